#!/usr/bin/env python3
"""A random model of the same architecture, small enough to try the recipe on a CPU.

    tiny_model.py TOKENIZER_FOLDER OUT_FOLDER

Every width is a multiple of 128, so that groups divide it as they do the real one's. Its answers are noise.
"""
import pathlib
import shutil
import sys

import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json")


def main(tokenizer, out):
    torch.manual_seed(1)
    config = Qwen3Config(vocab_size=151936, hidden_size=256, intermediate_size=768, num_hidden_layers=2,
                         num_attention_heads=4, num_key_value_heads=2, head_dim=64, max_position_embeddings=32768,
                         tie_word_embeddings=True, bos_token_id=151643, eos_token_id=151645)
    model = Qwen3ForCausalLM(config).to(torch.bfloat16)
    model.save_pretrained(out)
    for name in TOKENIZER_FILES:
        shutil.copy(pathlib.Path(tokenizer) / name, out)
    print(f"{sum(parameter.numel() for parameter in model.parameters()) / 1e6:.1f} million parameters in {out}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
