"""The card's own peaks: bf16 matrix product in TFLOP/s and device-to-device copy in TB/s, as one JSON line."""
import json
import time

import torch


def seconds(work, times):
    for _ in range(3):
        work()
    torch.cuda.synchronize()
    began = time.perf_counter()
    for _ in range(times):
        work()
    torch.cuda.synchronize()
    return (time.perf_counter() - began) / times


SIZE = 8192
left, right = (torch.randn(SIZE, SIZE, device="cuda", dtype=torch.bfloat16) for _ in range(2))
product = seconds(lambda: left @ right, 20)
source = torch.empty(2**32, device="cuda", dtype=torch.uint8)
target = torch.empty_like(source)
copy = seconds(lambda: target.copy_(source), 20)
print(json.dumps(dict(tflop_s=round(2 * SIZE**3 / product / 1e12, 1), tb_s=round(2 * source.numel() / copy / 1e12, 3))))
