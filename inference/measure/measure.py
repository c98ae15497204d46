#!/usr/bin/env python3
"""Start vLLM with each preset and dummy weights, and record what it says about memory and start.

    measure.py --tokenizer FOLDER --out FILE.json [--presets a,b,c] [--seconds 540] [-- MORE VLLM ARGUMENTS]

Runs on any one card. A preset of a smaller class gets its own number of bytes on it, not its share of the larger card, so
that the cache comes out as on the small one. The file grows by one measurement at a time and is whole after each; run the
command again for what is missing. Answers are noise, so nothing about quality follows.
"""
import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import engine_log
import model_folder

HERE = pathlib.Path(__file__).parent
PRESETS = HERE.parent / "presets"
PORT = 8011
STOP_S = 60
OFFLINE = dict(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", VLLM_NO_USAGE_STATS="1", DO_NOT_TRACK="1")
MODEL_KEYS = {"Qwen/Qwen3-4B-Instruct-2507": "qwen3-4b", "Qwen/Qwen3-Embedding-0.6B": "qwen3-embedding-0.6b"}


def device():
    """Name and bytes of the card, in a process of its own, which leaves no context behind."""
    code = "import torch; print(torch.cuda.get_device_name()); print(torch.cuda.mem_get_info()[1])"
    try:
        name, total = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                     check=True).stdout.strip().splitlines()[-2:]
    except subprocess.CalledProcessError:
        return "no CUDA device", None
    return name, int(total)


def used_mib():
    command = ["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits"]
    try:
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[0])
    except (OSError, subprocess.CalledProcessError):
        return None


def flag(flags, name):
    return flags[flags.index(name) + 1] if name in flags else None


def scaled(preset, total):
    """The preset's flags with its share of its own card as a share of this one."""
    flags = list(preset["flags"])
    if total is None:
        return flags
    share = min(0.98, preset["planned"]["requested_bytes"] / total)
    flags[flags.index("--gpu-memory-utilization") + 1] = f"{share:.5f}"
    return flags


def wait_until_healthy(process, deadline):
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=2) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    return False


def stop(process):
    """End the whole process group: the engine is a child of the server."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def start(preset, flags, tokenizer, further, log, limit):
    folder = model_folder.make(pathlib.Path(tempfile.gettempdir()) / f"preset-{preset['name']}", preset["model"],
                               preset["variant"], tokenizer)
    command = [sys.executable, "-m", "vllm.entrypoints.cli.main", "serve", str(folder), "--load-format", "dummy",
               "--host", "127.0.0.1", "--port", str(PORT), *flags, *further]
    began = time.monotonic()
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                   env=dict(os.environ, **OFFLINE))
        try:
            healthy = wait_until_healthy(process, began + limit)
            seconds = round(time.monotonic() - began, 1)
            memory = used_mib() if healthy else None
        finally:
            stop(process)
    return healthy, seconds, memory


def measurement(preset, flags, healthy, seconds, memory, log):
    text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
    observed = engine_log.figures(text)
    observed.update(used_mib=memory, start_s=seconds if healthy else None)
    record = dict(name=preset["name"], model=MODEL_KEYS[preset["model"]], variant=preset["variant"], kv=preset["kv"],
                  context=preset["context"], max_num_seqs=int(flag(flags, "--max-num-seqs")),
                  max_num_batched_tokens=int(flag(flags, "--max-num-batched-tokens")),
                  utilisation=float(flag(flags, "--gpu-memory-utilization")), observed=observed)
    if flag(flags, "--kv-cache-memory-bytes"):
        record["kv_cache_memory_bytes"] = int(flag(flags, "--kv-cache-memory-bytes"))
    if not healthy:
        record["error"] = f"not healthy after {seconds} s; the log ends: {text.strip()[-300:]}"
    return record


def recording(path, name, total, card):
    """The file as it is, or a new one. A file holds one card on one day: another card is an error."""
    if path.exists():
        record = json.loads(path.read_text())
        if record["device"] != name:
            raise SystemExit(f"{path} is about {record['device']}, this is {name}")
        return record
    version = subprocess.run([sys.executable, "-c", "import vllm; print(vllm.__version__)"], capture_output=True,
                             text=True, check=True).stdout.strip().splitlines()[-1]
    record = dict(device=name, card=card, vllm=version, recorded_at=time.strftime("%Y-%m-%d"),
                  source="inference/measure/measure.py", measurements=[])
    if total is not None:
        record["total_gib"] = round(total / 2**30, 3)
    return record


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tokenizer", required=True, help="folder with tokenizer.json and tokenizer_config.json")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--card", default="h100", help="a name of inference/memory/cards.ts")
    parser.add_argument("--presets", default="", help="names with commas between; all without it")
    parser.add_argument("--seconds", type=float, default=540, help="begin no preset that would not end by then")
    parser.add_argument("--start-seconds", type=float, default=400, help="wait so long for a server to be healthy")
    cut = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    arguments, further = parser.parse_args(sys.argv[1:cut]), sys.argv[cut + 1:]
    began = time.monotonic()
    name, total = device()
    record = recording(arguments.out, name, total, arguments.card)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    done = {one["name"] for one in record["measurements"] if "error" not in one}
    wanted = arguments.presets.split(",") if arguments.presets else sorted(file.stem for file in PRESETS.glob("*.json"))
    longest = 0.0
    for preset_name in [one for one in wanted if one not in done]:
        if time.monotonic() - began + longest > arguments.seconds:
            print(f"no time left for {preset_name} and what follows: run this again")
            break
        at = time.monotonic()
        preset = json.loads((PRESETS / f"{preset_name}.json").read_text())
        flags = scaled(preset, total)
        log = arguments.out.parent / f"{preset_name}.log"
        started = start(preset, flags, arguments.tokenizer, further, log, arguments.start_seconds)
        one = measurement(preset, flags, *started, log)
        record["measurements"] = [other for other in record["measurements"] if other["name"] != preset_name] + [one]
        arguments.out.write_text(json.dumps(record, indent=2) + "\n")
        print(json.dumps(one), flush=True)
        longest = max(longest, time.monotonic() - at)


if __name__ == "__main__":
    main()
