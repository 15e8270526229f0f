#!/bin/sh
# Lays the client out as a Linux system has it, for the packages of every kind: lay_out.sh PROGRAM TREE VERSION
set -eu
umask 022
root=$(cd "$(dirname "$0")/../.." && pwd)
client=$root/installer/linux/client
program=$1 tree=$2 version=$3

mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/metainfo" \
    "$tree/usr/share/man/man1" "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/etc/xdg/autostart" "$tree/etc/itdesk"
cp -R "$program" "$tree/usr/lib/itdesk"
find "$tree/usr/lib/itdesk" -type d -exec chmod 755 {} +
find "$tree/usr/lib/itdesk" -type f -exec chmod 644 {} +
chmod 755 "$tree/usr/lib/itdesk/itdesk"
ln -s ../lib/itdesk/itdesk "$tree/usr/bin/itdesk"

cp "$client/itdesk.desktop" "$client/itdesk-address.desktop" "$tree/usr/share/applications/"
cp "$client/autostart.desktop" "$tree/etc/xdg/autostart/itdesk.desktop"
cp "$root/installer/policy/templates/policy.toml" "$tree/etc/itdesk/policy.toml"
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -ud "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)/" "$client/metainfo.xml" \
    >"$tree/usr/share/metainfo/io.github.itdesk.itdesk.metainfo.xml"
sed "s/@VERSION@/$version/" "$client/itdesk.1" | gzip -9n >"$tree/usr/share/man/man1/itdesk.1.gz"
cp "$client/itdesk.svg" "$tree/usr/share/icons/hicolor/scalable/apps/itdesk.svg"
for size in 16 24 32 48 64 128 256; do
    folder=$tree/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$folder"
    rsvg-convert -w $size -h $size "$client/itdesk.svg" -o "$folder/itdesk.png"
done
