#!/bin/bash
# one2.sh TREE FILE KIND TAG
tree=$1 file=$2 kind=$3 tag=$4
out=/tmp/flakes/results/$tag.$(basename $file .test.ts).$(date +%s)
cd $tree
pids=()
pin=()
case $kind in
jitter*) ;;
loops*) for i in 1 2 3; do nice yes >/dev/null & pids+=($!); done;;
core*) pin=(taskset -c 0);;
pinned*) pin=(taskset -c 1); for i in 1 2 3; do taskset -c 1 yes >/dev/null & pids+=($!); done;;
esac
s=$(date +%s)
"${pin[@]}" timeout 890 npx vitest run --project e2e tests/e2e/$file --reporter=json --outputFile=$out.json > $out.log 2>&1 &
v=$!
[[ $kind == jitter* ]] && { node /tmp/flakes/jitter.mjs $v ${kind#jitter} & pids+=($!); }
wait $v; rc=$?
for p in "${pids[@]}"; do kill $p 2>/dev/null; done
{ echo "$tag $(basename $file) rc=$rc $(( $(date +%s) - s ))s"
node -e '
const r=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));
for(const f of r.testResults){ if(f.status!=="passed"&&!f.assertionResults.some(a=>a.status==="failed")) console.log("  FILE",f.name,(f.message||"").slice(0,900));
for(const a of f.assertionResults) if(a.status==="failed") console.log("  FAIL",a.fullName,"\n     ",(a.failureMessages[0]||"").slice(0,1200).replace(/\n/g,"\n      "))}' $out.json; } >> /tmp/flakes/results/now.txt 2>&1
