#!/usr/bin/env bash
# Publishes what the jobs of a release have packed: checksums, the release with its files, and last
# the list of its channel, which is a file of the release “channels” whose address never changes.
#   VERSION=… CHANNEL=… GH_REPO=OWNER/NAME GH_TOKEN=… script/lib/release/publish.sh FOLDER
# Without signatures for the updater there is a release, but no list: no app would take it.
set -euo pipefail
cd "$(dirname "$0")/../../.."
source script/lib/say.sh

folder=$1
tag=v$VERSION
notes=$(mktemp)
list=$(mktemp --directory)/$CHANNEL.json
node script/lib/release/changes.mjs notes "$VERSION" >"$notes"

headline "Checksums"
(cd "$folder" && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)

headline "The release $tag"
flags=()
if [[ $CHANNEL != stable ]]; then flags=(--prerelease --latest=false); fi
# Nobody sees a draft: what failed half way is begun anew.
if [[ $(gh release view "$tag" --json isDraft --jq .isDraft 2>/dev/null || echo none) == true ]]; then
  gh release delete "$tag" --yes
fi
gh release create "$tag" --verify-tag --draft --title "Calm Orbit $VERSION" --notes-file "$notes" \
  "${flags[@]}" "$folder"/*
gh release edit "$tag" --draft=false

signatures=("$folder"/*.sig)
if [[ ! -e ${signatures[0]} ]]; then
  say "Nothing is signed for the updater: the channel $CHANNEL stays as it is."
  exit
fi

headline "The channel $CHANNEL"
node script/lib/release/channel.mjs --version "$VERSION" --folder "$folder" --notes "$notes" \
  --address "https://github.com/$GH_REPO/releases/download/$tag" >"$list"
cat "$list"
if ! gh release view channels >/dev/null 2>&1; then
  gh release create channels --prerelease --latest=false --title "Channels" \
    --notes "What the apps read to hear of a new version. Not for people."
fi
gh release upload channels "$list" --clobber
