"""Known holes in what is on the lists: told by pip-audit where it reaches its data, which not every network has.

Where it does not, the lists stand: nothing but what is on them, with its hash, was installed.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PINS = Path(__file__).parent / "pins"


def look_up(requirements: Path) -> list[dict[str, Any]]:
    """What pip-audit says of each package; nothing if it says nothing that can be read."""
    told = subprocess.run(  # noqa: S603  # words of ours
        [sys.executable, "-m", "pip_audit", "--requirement", requirements, "--no-deps", "--disable-pip",
         "--progress-spinner", "off", "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        return json.loads(told.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []


def main() -> int:
    """0: nothing known, or no data; 1: a hole, which is told."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text("pip==23.2\n", encoding="ascii")  # of which holes are known
        if not any(package.get("vulns") for package in look_up(one)):
            sys.stdout.write("pip-audit does not reach its data here. What was installed is what .ci/pins lists.\n")
            return 0
    packages = look_up(PINS / "develop.txt")
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    sys.stdout.writelines(f"{line}\n" for line in holes)
    sys.stdout.write(f"{len(packages) - len(unknown)} packages looked up, {len(holes)} known holes.\n")
    if unknown:
        sys.stdout.write(f"Not looked up: {', '.join(unknown)}.\n")
    return 1 if holes or not packages else 0


if __name__ == "__main__":
    sys.exit(main())
