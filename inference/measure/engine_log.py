"""What vLLM 0.26's log says about memory and start."""
import re

# The same figure is written differently by the engine's two model runners, hence the optional words.
PATTERNS = dict(
    kv_tokens=r"GPU KV cache size: ([\d,]+) tokens",
    weights_gib=r"Model loading took ([\d.]+) ?GiB",
    kv_cache_gib=r"Available KV cache memory: ([\d.]+) GiB",
    graphs_gib=r"CUDA graph pool memory: ([\d.]+) GiB \(actual\)",
    captured_gib=r"Graph capturing finished in \d+ secs, took ([\d.]+) GiB",
    graphs_estimated_gib=r"Estimated CUDA graph memory: ([\d.]+) GiB",
    concurrency=r"Maximum concurrency for [\d,]+ tokens per request: ([\d.]+)x",
    compile_s=r"torch\.compile took ([\d.]+) s in total",
    engine_s=r"init engine \(profile, create kv cache, warmup model\) took ([\d.]+) s",
)


def figures(text):
    """The last value of each figure that the log holds; those it does not hold are None."""
    found = {}
    for name, pattern in PATTERNS.items():
        values = re.findall(pattern, text)
        found[name] = float(values[-1].replace(",", "")) if values else None
    if found["kv_tokens"] is not None:
        found["kv_tokens"] = int(found["kv_tokens"])
    if found["graphs_gib"] is None:
        found["graphs_gib"] = found["captured_gib"]
    return found
