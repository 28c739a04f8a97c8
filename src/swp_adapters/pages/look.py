"""How pages look: dark on white, nothing told by colour alone, and at home on A4."""

from __future__ import annotations

from typing import Final

PAPER: Final = "#ffffff"
SHADE: Final = "#f3f2f1"
INK: Final = "#0b0c0c"
QUIET: Final = "#484b4d"
LINK: Final = "#003f85"
RULE: Final = "#6f777b"

STYLE: Final = f"""
html {{ background: {PAPER}; color: {INK}; font: 100%/1.5 Arial, Helvetica, sans-serif; }}
body {{ margin: 0 auto; max-width: 62rem; padding: 1rem; }}
h1 {{ font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0; }}
h2 {{ font-size: 1.4rem; border-top: 3px solid {INK}; padding-top: 0.5rem; margin: 2rem 0 0.5rem; }}
h3 {{ font-size: 1.1rem; margin: 1.5rem 0 0.25rem; }}
p, li, .note {{ max-width: 48rem; }}
a {{ color: {LINK}; }}
a:focus {{ outline: 3px solid {INK}; outline-offset: 2px; }}
nav a, .skip {{ display: inline-block; min-height: 1.5rem; }}
.note {{ color: {QUIET}; margin: 0.25rem 0; }}
.scroll {{ overflow-x: auto; margin: 1rem 0; }}
table {{ border-collapse: collapse; }}
caption {{ text-align: left; font-weight: bold; padding: 0.25rem 0; }}
th, td {{ border-bottom: 1px solid {RULE}; padding: 0.25rem 0.6rem 0.25rem 0; text-align: left; vertical-align: top; }}
th {{ font-weight: normal; }}
thead th {{ font-weight: bold; vertical-align: bottom; }}
.unbroken {{ white-space: nowrap; padding-right: 0.9rem; }}
td.number, th.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
td.number a {{ display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }}
th.whole {{ font-weight: bold; }}
th.part {{ padding-left: 1.5rem; }}
.ids {{ overflow-wrap: anywhere; font-size: 0.85rem; }}
svg {{ display: block; width: 100%; min-width: 40rem; height: auto; margin: 0.5rem 0; }}
.heard {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
@page {{ size: A4; margin: 16mm 14mm; }}
@media print {{
  html {{ font-size: 9.5pt; }}
  body {{ max-width: none; padding: 0; }}
  nav, .skip {{ display: none; }}
  a {{ color: {INK}; text-decoration: none; }}
  .scroll {{ overflow: visible; }}
  svg {{ min-width: 0; }}
  th, td {{ padding-right: 0.4rem; }}
  thead th {{ font-size: 8pt; }}
  .appendix th, .appendix td {{ overflow-wrap: anywhere; }}
  .appendix thead th, .appendix td.number {{ overflow-wrap: normal; white-space: nowrap; }}
  h2, h3, caption {{ break-after: avoid; }}
  tr, svg, li, caption, thead, .short {{ break-inside: avoid; }}
  thead {{ break-after: avoid; }}
  tbody tr:nth-child(-n+2), tbody tr:last-child {{ break-before: avoid; }}
  thead {{ display: table-header-group; }}
  .appendix {{ break-before: page; }}
}}
"""
