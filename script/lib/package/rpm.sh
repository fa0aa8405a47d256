# shellcheck shell=bash
# shellcheck disable=SC2154  # version, work and out come from script/package
# The package of Fedora, openSUSE and those that follow them.

package_rpm() {
  local stage=$work/rpm licences=$work/rpm/usr/share/licenses/calm-orbit machine
  machine=$(uname --machine)
  stage_tree "$stage" RPM
  install -d "$licences"
  install --mode=644 LICENSE-MIT LICENSE-APACHE "$licences"
  node script/lib/package/licences.mjs | gzip --best --no-name >"$licences/third-party-licences.gz"
  chmod 644 "$licences"/*

  rpmbuild -bb --quiet \
    --define "_topdir $work/rpmbuild" \
    --define "_rpmdir $work/rpmbuild" \
    --define '_rpmfilename calm-orbit.rpm' \
    --define "version_ $(node script/lib/release/versions.mjs rpm "$version")" \
    --define "stage $stage" \
    --define '_buildhost localhost' \
    --define 'use_source_date_epoch_as_buildtime 1' \
    --define 'clamp_mtime_to_source_date_epoch 1' \
    --target "$machine" packaging/rpm/calm-orbit.spec >"$work/rpmbuild.log" 2>&1 ||
    fail "rpmbuild failed: $(tail -5 "$work/rpmbuild.log")"
  mv "$work/rpmbuild/calm-orbit.rpm" "$out/calm-orbit-$version.$machine.rpm"
}
