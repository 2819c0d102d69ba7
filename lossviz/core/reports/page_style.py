"""The style of a report's page: light, on screen and on paper."""

PAGE_STYLE = """\
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1c2026; font: 16px/1.5 "Segoe UI", "Noto Sans", Arial, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0.4rem 0; }
.small { color: #565d68; font-size: 0.9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #e3e6ea; text-align: left; vertical-align: top; }
th, td { overflow-wrap: anywhere; min-width: 5rem; }
thead th { border-bottom-color: #7c838e; vertical-align: bottom; }
tbody th { font-weight: normal; }
.number { font-variant-numeric: tabular-nums; }
.differs th, .differs td { background: #fff1d6; font-weight: 600; }
figure { margin: 1rem 0 1.5rem; break-inside: avoid; }
figure > svg { display: block; width: 100%; height: auto; }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; margin: 0.2rem 0; padding: 0; }
.key li { font-size: 0.9rem; overflow-wrap: anywhere; }
.sample { vertical-align: middle; }
tr { break-inside: avoid; }
@page { margin: 15mm; }
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 10pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
