#!/bin/sh
# The proxy in the background, the server as the process that is told to stop.
set -eu
nginx -c /etc/candor/nginx.conf
exec python3 /opt/candor/serve.py "$@"
