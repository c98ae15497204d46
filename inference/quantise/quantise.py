#!/usr/bin/env python3
"""Turn the published bf16 weights into int4 by AWQ or GPTQ, in the format that vLLM loads (compressed-tensors).

    quantise.py --model FOLDER --method awq|gptq --calibration FILE.jsonl --out FOLDER

Linear layers get 4 bits in groups of 128; embedding and output head, which are one matrix, stay bf16. The output is
checked before it counts as done, and gets a SHA256SUMS that the container verifies.
"""
import argparse
import hashlib
import json
import pathlib
import sys

GROUP = 128
BITS = 4
# GPTQ's groups are symmetric; AWQ keeps a zero point each, which it needs for its smaller error at 4 bits.
SCHEMES = {"awq": "W4A16_ASYM", "gptq": "W4A16"}


def conversations(path, tokenizer, samples, length):
    """Rows of the calibration file as token ids, each cut to `length`."""
    from datasets import Dataset

    rows = []
    with open(path, encoding="utf-8") as lines:
        for line, _ in zip(lines, range(samples)):
            text = tokenizer.apply_chat_template(json.loads(line)["messages"], tokenize=False)
            rows.append(dict(tokenizer(text, max_length=length, truncation=True, add_special_tokens=False)))
    if len(rows) < samples:
        raise SystemExit(f"{path} holds {len(rows)} conversations, {samples} were asked for")
    return Dataset.from_list(rows)


def recipe(method, grid):
    """The modifiers of one method, in the order in which llm-compressor applies them."""
    from llmcompressor.modifiers.gptq import GPTQModifier
    from llmcompressor.modifiers.quantization import QuantizationModifier
    from llmcompressor.modifiers.transform.awq import AWQModifier

    kept = dict(targets=["Linear"], ignore=["lm_head"], scheme=SCHEMES[method])
    if method == "gptq":
        return [GPTQModifier(dampening_frac=0.01, **kept)]
    return [AWQModifier(duo_scaling="both", n_grid=grid), QuantizationModifier(**kept)]


def keep_memory_unpinned():
    """llm-compressor 0.14 pins memory during AWQ whether there is a card or not, and torch refuses without one."""
    from llmcompressor.pipelines.cache import IntermediatesCache

    IntermediatesCache.pin_memory = lambda *_: None


def quantise(arguments):
    import torch
    from llmcompressor import oneshot
    from transformers import AutoModelForCausalLM, AutoTokenizer

    if not torch.accelerator.is_available():
        keep_memory_unpinned()
    tokenizer = AutoTokenizer.from_pretrained(arguments.model, local_files_only=True)
    model = AutoModelForCausalLM.from_pretrained(arguments.model, dtype="bfloat16", local_files_only=True)
    rows = conversations(arguments.calibration, tokenizer, arguments.samples, arguments.length)
    oneshot(model=model, dataset=rows, recipe=recipe(arguments.method, arguments.grid), max_seq_length=arguments.length,
            num_calibration_samples=arguments.samples)
    model.save_pretrained(arguments.out, save_compressed=True)
    tokenizer.save_pretrained(arguments.out)


def problems(out, method):
    """What keeps the output from being what the presets are planned for, as sentences."""
    from safetensors import safe_open

    config = json.loads((out / "config.json").read_text())
    quantization = config.get("quantization_config", {})
    weights = [group["weights"] for group in quantization.get("config_groups", {}).values()]
    found = []
    if quantization.get("quant_method") != "compressed-tensors" or quantization.get("format") != "pack-quantized":
        found.append("the format is not compressed-tensors, pack-quantized")
    if [(w["num_bits"], w["group_size"], w["symmetric"]) for w in weights] != [(BITS, GROUP, method == "gptq")]:
        found.append(f"the groups are not of {BITS} bits by {GROUP}")
    if not config.get("tie_word_embeddings"):
        found.append("the output head is not tied to the embedding any more")
    names = set()
    for shard in out.glob("*.safetensors"):
        with safe_open(shard, "pt") as tensors:
            names |= set(tensors.keys())
    layers = config["num_hidden_layers"]
    packed = sum(name.endswith(".weight_packed") for name in names)
    if packed != 7 * layers:
        found.append(f"{packed} layers are packed instead of {7 * layers}")
    if "lm_head.weight" in names:
        found.append("the output head is stored a second time")
    return found


def write_checksums(folder):
    """SHA256SUMS of every other file in the folder, as `sha256sum` writes it."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", required=True, help="folder with the bf16 weights")
    parser.add_argument("--method", required=True, choices=sorted(SCHEMES))
    parser.add_argument("--calibration", required=True, help="JSON lines with messages, by calibration.ts")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--samples", type=int, default=512)
    parser.add_argument("--length", type=int, default=4096, help="tokens a conversation is cut to")
    parser.add_argument("--grid", type=int, default=20, help="scales that AWQ tries for each group of layers")
    arguments = parser.parse_args()
    quantise(arguments)
    found = problems(arguments.out, arguments.method)
    if found:
        sys.exit("; ".join(found))
    write_checksums(arguments.out)
    print(f"{arguments.out}: {arguments.method}, int{BITS}, groups of {GROUP}")


if __name__ == "__main__":
    main()
