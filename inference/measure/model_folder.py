"""A folder that vLLM can start from with `--load-format dummy`: the real shapes, no weights."""
import json
import pathlib
import shutil

QWEN3 = dict(architectures=["Qwen3ForCausalLM"], attention_bias=False, attention_dropout=0.0, bos_token_id=151643,
             hidden_act="silu", initializer_range=0.02, model_type="qwen3", num_key_value_heads=8, head_dim=128,
             rms_norm_eps=1e-06, rope_scaling=None, sliding_window=None, tie_word_embeddings=True,
             dtype="bfloat16", use_cache=True, use_sliding_window=False)
# Key figures from the models' own config.json; memory/architecture.ts has the same, and a test compares the two.
MODELS = {
    "Qwen/Qwen3-4B-Instruct-2507": dict(
        QWEN3, hidden_size=2560, intermediate_size=9728, num_hidden_layers=36, max_window_layers=36,
        num_attention_heads=32, vocab_size=151936, max_position_embeddings=262144, rope_theta=5000000,
        eos_token_id=151645),
    "Qwen/Qwen3-Embedding-0.6B": dict(
        QWEN3, hidden_size=1024, intermediate_size=3072, num_hidden_layers=28, max_window_layers=28,
        num_attention_heads=16, vocab_size=151669, max_position_embeddings=32768, rope_theta=1000000,
        eos_token_id=151643),
}


def quantization(variant):
    """What quantise/ writes into config.json; with dummy weights the format decides sizes and kernels all the same."""
    if variant not in ("awq", "gptq"):
        return None
    weights = dict(num_bits=4, group_size=128, strategy="group", symmetric=variant == "gptq", type="int",
                   dynamic=False, actorder="static" if variant == "gptq" else None, observer="memoryless_minmax",
                   observer_kwargs={}, block_structure=None)
    group = dict(targets=["Linear"], weights=weights, input_activations=None, output_activations=None,
                 format="pack-quantized")
    return dict(quant_method="compressed-tensors", format="pack-quantized", quantization_status="compressed",
                config_groups=dict(group_0=group), ignore=["lm_head"], kv_cache_scheme=None)


def make(folder, model, variant, tokenizer):
    """Write config.json and copy the tokenizer's files; the folder is made new."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = dict(MODELS[model])
    if quantization(variant):
        config["quantization_config"] = quantization(variant)
    (folder / "config.json").write_text(json.dumps(config))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(pathlib.Path(tokenizer) / name, folder)
    return folder
