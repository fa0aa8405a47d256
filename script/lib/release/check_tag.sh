#!/usr/bin/env bash
# Prints the version of a tag and its channel, in the form of a workflow's outputs, where the tag
# is that of these sources and CHANGELOG.md has a part for it.
#   script/lib/release/check_tag.sh v1.3.0
set -euo pipefail
cd "$(dirname "$0")/../../.."
source script/lib/say.sh

version=${1#v}
ours=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
[[ $1 == "v$ours" ]] || fail "the tag is $1, the version in Cargo.toml $ours"
node script/lib/release/changes.mjs notes "$version" >/dev/null
channel=$(node script/lib/release/versions.mjs channel "$version")
say "version=$version"
say "channel=$channel"
