#!/bin/bash
# all2.sh TREE KIND TAG [files...]
tree=$1 kind=$2 tag=$3; shift 3
files=("$@"); [ ${#files[@]} = 0 ] && files=($(cd $tree/tests/e2e && ls *.test.ts | shuf))
for f in "${files[@]}"; do [ -e /tmp/flakes/stop ] && exit; /tmp/turn /tmp/flakes/one2.sh $tree $f $kind $tag; done
echo "$tag done" >> /tmp/flakes/results/now.txt
