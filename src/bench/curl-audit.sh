#!/bin/bash
# What a team would script instead of an audit: asks the service about every endpoint of an
# inventory with curl, and prints the endpoint's id and the code of the answer. Nothing else: no
# rules, no reports, no retries, no limits for an account, nothing to go on with after a kill.
#
# usage: curl-audit.sh INVENTORY ORIGIN CONCURRENCY [CERTIFICATE]
# The inventory's cells must hold no comma and no quote, and its secrets must stand in files.
set -euo pipefail

inventory=$1
origin=$2
concurrency=$3
certificate=${4:-}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/answers"

# The tokens go into a file that only the owner can read, as a command line is for all to see.
umask 077
awk -F, -v folder="$inventory" -v origin="$origin" -v work="$work" -v certificate="$certificate" '
  FNR == 1 { file++; next }
  file == 1 {
    path = $3
    sub(/^file:/, folder "/", path)
    getline secret[$1] < path
    close(path)
    next
  }
  $6 ~ /^https:\/\/api\.coze\.cn\// {
    url = $6
    sub(/^https:\/\/api\.coze\.cn/, origin, url)
    print (asked++ ? "next\n" : "no-progress-meter\n") "request = " $5
    if (certificate != "") print "http2\ncacert = \"" certificate "\""
    print "url = \"" url "\""
    print "header = \"Host: api.coze.cn\""
    print "header = \"Authorization: Bearer " secret[$2] "\""
    print "output = \"" work "/answers/" $1 ".json\""
  }
' "$inventory/tokens.csv" "$inventory/endpoints.csv" >"$work/list"

curl --parallel --parallel-max "$concurrency" --config "$work/list"

find "$work/answers" -name '*.json' -print0 |
  xargs -0 jq -r '[(input_filename | split("/")[-1] | rtrimstr(".json")), .code] | @tsv'
