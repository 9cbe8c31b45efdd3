#!/bin/sh
# count-part.sh FILE OUTPUT: counts the denials of one part of a log. The output appears whole or not at all, whoever is killed on the way.
# WHYDENIED is the command ("npx whydenied" where the package is installed).
${WHYDENIED:-npx whydenied} denials --jsonl "$1" > "$2.$$.tmp"
# 0: no denial, 1: some. 2: a file couldn't be read.
[ $? -le 1 ] && mv "$2.$$.tmp" "$2"
