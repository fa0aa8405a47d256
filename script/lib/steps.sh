# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with the scripts that source this
# The steps of script/test, in the order in which they run, each with what to do when it fails.
# Cheap ones come first; `--workspace` everywhere keeps Cargo to one set of features.

((BASH_VERSINFO[0] >= 4)) || fail "this needs a newer bash than that of macOS. Run: brew install bash shellcheck"

steps=()
declare -A hints=()
step() { # NAME HINT
  steps+=("$1")
  hints[$1]=$2
}

step rust_format "Run: cargo fmt --all"
step_rust_format() { cargo fmt --all --check; }

step scripts "Mend what shellcheck names; its wiki explains each code."
step_scripts() {
  local scripts
  mapfile -t scripts < <(grep --files-with-matches '^#!/usr/bin/env bash' script/* .ci/* 2>/dev/null)
  shellcheck --external-sources "${scripts[@]}" script/lib/*.sh script/lib/*/*.sh tests/package/*.sh tests/package/inside/*.sh
  shellcheck --shell=sh packaging/deb/prerm
}

step release "Run alone: node --test script/lib/release/release.test.mjs"
step_release() { node --test --test-reporter=dot script/lib/release/release.test.mjs; }

step ui_format "Run: npx prettier --config .prettierrc.json --write . ../tests/window ../tests/browser ../tests/chrono ../tests/package ../script/lib (in ui/)"
step_ui_format() {
  (
    cd ui || exit
    npm run --silent format
    npx prettier --config .prettierrc.json --ignore-path ../.gitignore --check ../tests/window ../tests/browser ../tests/chrono ../tests/package ../script/lib
  )
}

step ui_types "Mend the types that tsc names. Types of the contract come from Rust: script/bindings writes them."
step_ui_types() { (cd ui && npm run --silent check); }

step ui_lint "Mend what eslint names; npx eslint --fix . (in ui/) does the simple ones."
step_ui_lint() { (cd ui && npm run --silent lint); }

step ui_test "Run alone: npx vitest run FILE (in ui/)"
step_ui_test() { (cd ui && npm test --silent); }

step ui_build "Vite names the file that does not build."
step_ui_build() { build_pages; }

step licences "deny.toml says which licences and sources are allowed. Choose another crate, or allow it there and say why."
step_licences() { cargo deny --all-features check --hide-inclusion-graph licenses bans sources; }

step lint "Mend what clippy names; cargo clippy --fix --workspace --all-targets does the simple ones."
step_lint() {
  build_pages
  cargo clippy --workspace --all-targets -- --deny warnings
}

step docs "Mend the comments that rustdoc names."
step_docs() {
  build_pages
  # `--examples` for the same features of the dependencies as above; see build_executables.
  RUSTDOCFLAGS='--deny warnings' cargo doc --workspace --no-deps --lib --bins --examples
}

step build "Mend what the compiler names."
step_build() { build_executables; }

step rust_test "Run alone: cargo nextest run --workspace NAME. Are the TypeScript types out of date: script/bindings"
step_rust_test() {
  build_executables
  cargo nextest run --workspace --lib --bins --tests --examples --no-fail-fast --status-level fail
}

step quick_add "Mend the grammar of crates/task/src/quick_add, or, where the table is wrong, tests/chrono/phrases.json."
step_quick_add() {
  build_executables
  install_node_modules tests/chrono
  CALM_ORBIT_EXECUTABLES=$(target_folder)/debug node tests/chrono/compare.mjs
}

# Neither the browser of the tests nor a driver of the window is to be had elsewhere.
if [[ $(uname -s) != Linux ]]; then return 0; fi

step browser "Pictures of pages in which a test failed: tests/browser/failures/. Run alone: script/test browser"
step_browser() {
  build_executables
  install_node_modules tests/browser
  CALM_ORBIT_EXECUTABLES=$(target_folder)/debug npm --prefix tests/browser test --silent
}

step window "Pictures of windows in which a test failed: tests/window/screenshots/. Run alone: script/test window"
step_window() {
  build_executables
  CALM_ORBIT_EXECUTABLES=$(target_folder)/debug \
    CALM_ORBIT_PYTHON=$tools/python/bin/python \
    npm --prefix tests/window test --silent
}
