"""Exit 0 when vLLM answers that it is healthy: for HEALTHCHECK, and for probes that run inside the container."""
import http.client
import sys

from serve import PORT

TIMEOUT_S = 4

try:
    connection = http.client.HTTPConnection("127.0.0.1", int(PORT), timeout=TIMEOUT_S)
    connection.request("GET", "/health")
    sys.exit(0 if connection.getresponse().status == 200 else 1)
except OSError as error:
    sys.exit(f"vLLM does not answer: {error}")
