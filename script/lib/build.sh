# shellcheck shell=bash
# Building the pages and the two executables, no more than needed.

# install_node_modules FOLDER: `npm ci`, unless the modules are those of the lock file.
install_node_modules() {
  local folder=$1
  local mark=$folder/node_modules/.installed-lock.json
  if cmp --silent "$folder/package-lock.json" "$mark"; then return 0; fi
  say "Installing the modules of $folder/"
  (cd "$folder" && npm ci --no-fund --no-audit --loglevel=error)
  cp "$folder/package-lock.json" "$mark"
}

# A number for everything that the pages are made of; they list the crates, too.
pages_digest() {
  find ui Cargo.lock -type d \( -name node_modules -o -name dist -o -name test-results \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0 cat -- | cksum
}

# The pages, unless they are those of these sources. The executables carry them.
build_pages() {
  install_node_modules ui
  local mark=.tools/pages-digest digest
  digest=$(pages_digest)
  if [[ -f ui/dist/index.html && -f $mark && $(<"$mark") == "$digest" ]]; then return 0; fi
  (cd ui && npm run --silent build)
  mkdir -p .tools
  printf '%s' "$digest" >"$mark"
}

# Both executables. `--examples` makes Cargo choose the same features of the
# dependencies as for tests, so that nothing is compiled twice.
build_executables() {
  build_pages
  cargo build --workspace --bins --examples "$@"
}

# Where Cargo puts what it builds.
target_folder() {
  cargo metadata --format-version 1 --no-deps --offline |
    node --print 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory.replaceAll("\\", "/")'
}
