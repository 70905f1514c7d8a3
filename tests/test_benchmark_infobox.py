"""The benchmark of infoboxes counts what becomes of their values, and times what reads them."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BOX = {"name": "Lake Party", "foundation": "1931", "ideology": "[[Liberalism]]", "logo": "", "war": "None"}


def test_figures_are_printed(tmp_path: Path) -> None:
    records = tmp_path / "parties.jsonl"
    box = {**BOX, "colorcode": "{{party color|Lake Party}}"}
    lines = [{"slug": "Lake_Party", "title": "Lake Party", "infobox": box}, {"slug": "None"}]
    records.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    script = [sys.executable, str(ROOT / "scripts" / "benchmark_infobox.py"), str(records), "--runs", "1"]
    shown = subprocess.run(script, check=True, capture_output=True, text=True, timeout=120).stdout
    told = dict(line.strip().rsplit("  ", 1) for line in shown.splitlines() if " of " in line and "%" in line)
    figures = {name.split("  ")[0].strip(): value.strip() for name, value in told.items()}
    assert "crashes: 1" in shown
    assert "filled values 5, of which 1 only lay out the box or ask the wiki" in shown
    assert figures["become facts"] == "75.0%"
    assert figures["facts or left out"] == "100.0%"
    assert figures["keys of DBpedia's"] == "75.0%"
    assert "no-predicate 1" in shown
    assert "partygraph, infobox" in shown and "mwparserfromhell, whole page" in shown
