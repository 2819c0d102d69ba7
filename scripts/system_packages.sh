#!/bin/sh
# Installs what the window needs from Debian or Ubuntu and is not there yet; does nothing where there is no apt.
# Further packages can be named: sh scripts/system_packages.sh xvfb xauth
set -eu

# Found with ldd on an installation of nothing else: each brings a library that Qt loads and that no other one brings.
every_window="libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0"
x11="libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
wayland="libwayland-cursor0 libwayland-egl1"
packages="python3-venv $every_window $x11 $wayland $*"

command -v apt-get >/dev/null || exit 0

# A simulated installation needs no rights, and lists as "Inst" what is missing.
if plan=$(apt-get -s install --no-install-recommends --no-upgrade $packages 2>/dev/null); then
    case $plan in *Inst\ *) ;; *) exit 0 ;; esac
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "Some system packages are missing. Ask an administrator of this machine to run:" >&2
    echo "    apt-get install --no-install-recommends $packages" >&2
    exit 1
fi
as_root apt-get update || echo "The package lists could not be renewed: going on with those at hand." >&2
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends --no-upgrade $packages
