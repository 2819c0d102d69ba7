"""Whether a picture file is all there, for the formats whose decoders do not say so themselves.

Qt reports success for a cut BMP whatever its missing rows hold, and libpng writes its complaint about a cut PNG
straight to standard error. Both formats state their lengths, so a look at them settles it before any decoder runs.
"""

import os
import struct
import zlib
from typing import BinaryIO

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_BLOCK_BYTES = 1 << 20
_BMP_HEADER_BYTES = 34
_BMP_CORE_HEADER_BYTES = 12
_BMP_UNCOMPRESSED = (0, 3)


def png_is_complete(file: BinaryIO) -> bool:
    """Whether all chunks up to IEND are there and the indispensable ones' checksums hold. Moves the file's position."""
    file.seek(len(PNG_SIGNATURE))
    while True:
        head = file.read(8)
        if len(head) < 8:
            return False
        (length, name) = struct.unpack(">I4s", head)
        crc = _crc_of_next(file, length, zlib.crc32(name))
        stated_crc = file.read(4)
        if len(stated_crc) < 4 or (_is_indispensable(name) and struct.unpack(">I", stated_crc)[0] != crc):
            return False
        if name == b"IEND":
            return True


def bmp_is_complete(file: BinaryIO) -> bool:
    """Whether all promised pixel rows are there; True where they are compressed. Moves the file's position."""
    file.seek(0)
    header = file.read(_BMP_HEADER_BYTES)
    if len(header) < _BMP_HEADER_BYTES:
        return False
    (pixels_at, header_bytes) = struct.unpack_from("<II", header, 10)
    if header_bytes == _BMP_CORE_HEADER_BYTES:
        (width, height, _planes, bits) = struct.unpack_from("<HHHH", header, 18)
        compression = 0
    else:
        (width, height, _planes, bits, compression) = struct.unpack_from("<iiHHI", header, 18)
    row_bytes = (width * bits + 31) // 32 * 4
    return compression not in _BMP_UNCOMPRESSED or file.seek(0, os.SEEK_END) >= pixels_at + row_bytes * abs(height)


def _crc_of_next(file: BinaryIO, length: int, crc: int) -> int:
    """`crc` continued over the next `length` bytes, or over those that are left, never holding more than a block."""
    while length > 0:
        block = file.read(min(length, _BLOCK_BYTES))
        if not block:
            break
        crc = zlib.crc32(block, crc)
        length -= len(block)
    return crc


def _is_indispensable(chunk_name: bytes) -> bool:
    """PNG marks chunks that a reader may do without by a small first letter."""
    return chunk_name[:1].isupper()
