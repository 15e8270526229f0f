#!/bin/sh
# Packs a built program into dist/itdesk_VERSION_amd64.deb.
#
#   installer/linux/build_deb.sh PROGRAM [OUT]      PROGRAM: the folder that build.sh made; OUT: dist of this project
#
# ITDESK_VERSION overrides the version of src/itdesk/version.py; COMPRESSION is dpkg-deb's (xz).
set -eu
umask 022
root=$(cd "$(dirname "$0")/../.." && pwd)
client=$root/installer/linux/client
program=$1
out=${2:-$root/dist}
version=${ITDESK_VERSION:-$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' "$root/src/itdesk/version.py")}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date +%s)}
export SOURCE_DATE_EPOCH

depends=$(python3 "$root/installer/linux/depends.py" "$program")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
tree=$work/tree
mkdir -p "$tree/DEBIAN"
"$root/installer/linux/lay_out.sh" "$program" "$tree" "$version"

doc=$tree/usr/share/doc/itdesk
mkdir -p "$doc" "$tree/usr/share/lintian/overrides"
cp "$client/copyright" "$doc/copyright"
cp "$client/lintian-overrides" "$tree/usr/share/lintian/overrides/itdesk"
printf 'itdesk (%s) stable; urgency=medium\n\n  * What changed: CHANGELOG.md of the project.\n\n -- %s  %s\n' \
    "$version" 'itdesk maintainers <itdesk@example.com>' "$(date -Rud "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"

cp "$client/templates" "$tree/DEBIAN/templates"
for script in config postinst postrm; do
    install -m 755 "$client/$script" "$tree/DEBIAN/$script"
done
printf '%s\n' /etc/itdesk/policy.toml /etc/xdg/autostart/itdesk.desktop >"$tree/DEBIAN/conffiles"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: itdesk
Version: $version
Architecture: amd64
Maintainer: itdesk maintainers <itdesk@example.com>
Section: utils
Priority: optional
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)
Depends: debconf (>= 0.5) | debconf-2.0, $depends
Recommends: gnome-keyring | kwalletmanager, fonts-dejavu-core | fonts-liberation, libwayland-client0, libwayland-cursor0
Suggests: fonts-noto-color-emoji
Description: report problems to your own IT
 Sits in the tray. A click reports a problem; technical details of the
 computer go along, and whoever reports sees them first. It works without a
 network too: a report waits and goes out by itself. Technicians have a
 console in the same program.
CONTROL
(cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
mkdir -p "$out"
dpkg-deb --root-owner-group -Z"${COMPRESSION:-xz}" --build "$tree" "$out/itdesk_${version}_amd64.deb"
