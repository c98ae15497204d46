"""Compare a folder of weights with its SHA256SUMS: every file listed, every listed file there, every byte as listed.

    weights.py FOLDER [SHA256_OF_THE_LIST]
"""
import hashlib
import pathlib
import re
import sys
from concurrent.futures import ThreadPoolExecutor

LIST = "SHA256SUMS"
# As `sha256sum` writes it; file names of a model are plain ones in one folder.
LINE = re.compile(r"([0-9a-f]{64}) [ *]([A-Za-z0-9][\w.+-]*)")
CHUNK = 16 * 2**20


class WeightsError(Exception):
    """The folder is not what its list says."""


def digest(path):
    total = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
    return total.hexdigest()


def listed(folder, expected):
    """File names and checksums of the list, which must itself have the checksum `expected`, where one is given."""
    path = pathlib.Path(folder) / LIST
    if not path.is_file():
        raise WeightsError(f"{path} is missing; make it with: sha256sum * > {LIST}")
    if expected and digest(path) != expected:
        raise WeightsError(f"{path} has another checksum than WEIGHTS_SHA256")
    sums = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = LINE.fullmatch(line)
        if match is None:
            raise WeightsError(f"{path} holds a line that is no checksum: {line[:80]}")
        sums[match[2]] = match[1]
    return sums


def verify(folder, expected="", contents=True):
    """Raise WeightsError at the first difference. Without `contents` only the list and the names are compared."""
    sums = listed(folder, expected)
    # vLLM loads every *.safetensors it finds, so a file too many is as wrong as one too few.
    found = {path.name for path in pathlib.Path(folder).iterdir() if path.name != LIST and not path.name.startswith(".")}
    if found != sums.keys():
        raise WeightsError(f"not as listed in {LIST}: {', '.join(sorted(found ^ sums.keys()))}")
    if not contents:
        return
    with ThreadPoolExecutor() as threads:
        actual = threads.map(digest, (pathlib.Path(folder) / name for name in sums))
        for (name, wanted), got in zip(sums.items(), actual):
            if got != wanted:
                raise WeightsError(f"{name} has another checksum than {LIST} says")


if __name__ == "__main__":
    try:
        verify(*sys.argv[1:3])
    except WeightsError as error:
        sys.exit(str(error))
