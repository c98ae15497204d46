"""Candor's model server on Modal, from zero to four cards.

    modal secret create candor-inference VLLM_API_KEY=…       32 characters or more
    modal volume create candor-compiled
    modal deploy inference/recipes/modal/candor_inference.py

Needs the image of ../single-container with its weights baked in, in a registry that Modal can read.
"""
import subprocess

import modal

IMAGE = "registry.example.com/candor-inference-single:0.26.0"
PRESET = "bf16-24gb"
GPU = "L4"
MOST = 4
# As many at once as the preset's --max-num-seqs.
AT_ONCE = 32
# A cold start takes 95 to 160 s on an H100 and longer on slower machines.
START_TIMEOUT_S = 900
REQUEST_TIMEOUT_S = 600
IDLE_S = 60

app = modal.App("candor-inference")
image = modal.Image.from_registry(IMAGE).entrypoint([]).env({"PRESET": PRESET})
# vLLM's compiled graphs: without them every start compiles anew.
compiled = modal.Volume.from_name("candor-compiled", create_if_missing=True)


@app.function(
    image=image,
    gpu=GPU,
    min_containers=0,
    max_containers=MOST,
    scaledown_window=IDLE_S,
    timeout=REQUEST_TIMEOUT_S,
    secrets=[modal.Secret.from_name("candor-inference")],
    volumes={"/var/cache/vllm": compiled},
)
@modal.concurrent(max_inputs=AT_ONCE)
@modal.web_server(port=8000, startup_timeout=START_TIMEOUT_S)
def serve():
    subprocess.Popen(["/opt/candor/start.sh"])
