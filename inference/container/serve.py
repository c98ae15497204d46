"""Start vLLM from a preset: check the weights, read the key, become the server.

    serve.py [--print] [FURTHER VLLM ARGUMENTS]

PRESET            name of a file in presets/, or a path to one
WEIGHTS_DIR       folder with the weights
WEIGHTS_CHECK     full: read every byte; list: names and the list's own checksum; off
WEIGHTS_SHA256    checksum of SHA256SUMS; empty trusts the list in the folder
VLLM_API_KEY_FILE file with the key, else VLLM_API_KEY holds it; one of them has to
LISTEN            address for vLLM, by default the loopback, behind the proxy
"""
import json
import os
import pathlib
import re
import sys

import weights

PRESETS = pathlib.Path(__file__).parent / "presets"
PORT = "8001"
SHORTEST_KEY = 32
CHECKS = ("full", "list", "off")


class StartError(Exception):
    """What an operator has to put right before the server can start."""


def preset(name):
    path = pathlib.Path(name) if name.endswith(".json") else PRESETS / f"{name}.json"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in PRESETS.glob("*.json")))
        raise StartError(f"PRESET={name} is not known; there are: {known}")
    return json.loads(path.read_text(encoding="utf-8"))


def api_key(environment):
    """The key, which never becomes an argument: arguments are for everyone on the machine to read."""
    file = environment.get("VLLM_API_KEY_FILE", "")
    if file and os.path.isfile(file):
        key = pathlib.Path(file).read_text(encoding="utf-8").strip()
    else:
        key = environment.get("VLLM_API_KEY", "").strip()
    if not re.fullmatch(r"[\x21-\x7e]+", key) or len(key) < SHORTEST_KEY:
        raise StartError(f"no usable key: put at least {SHORTEST_KEY} printable characters into VLLM_API_KEY_FILE or VLLM_API_KEY")
    return key


def check_weights(environment):
    check = environment.get("WEIGHTS_CHECK", "full")
    if check not in CHECKS:
        raise StartError(f"WEIGHTS_CHECK={check} is none of {', '.join(CHECKS)}")
    if check != "off":
        weights.verify(environment["WEIGHTS_DIR"], environment.get("WEIGHTS_SHA256", ""), contents=check == "full")


def arguments(settings, environment, further):
    """vLLM's command line. Its request log stays off: prompts hold what applicants wrote."""
    return [
        sys.executable, "-m", "vllm.entrypoints.cli.main", "serve", environment["WEIGHTS_DIR"],
        "--load-format", "safetensors",
        "--host", environment.get("LISTEN", "127.0.0.1"),
        "--port", PORT,
        "--disable-fastapi-docs",
        *settings["flags"],
        *further,
    ]


def main(argv):
    further = [argument for argument in argv if argument != "--print"]
    environment = dict(os.environ)
    try:
        environment["VLLM_API_KEY"] = api_key(environment)
        check_weights(environment)
        command = arguments(preset(environment.get("PRESET", "")), environment, further)
    except (StartError, weights.WeightsError) as error:
        sys.exit(str(error))
    if "--print" in argv:
        print(json.dumps(command))
        return
    environment.pop("VLLM_API_KEY_FILE", None)
    os.execvpe(command[0], command, environment)


if __name__ == "__main__":
    main(sys.argv[1:])
