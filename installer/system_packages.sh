#!/bin/sh
# Makes sure that this computer has the few system packages that itdesk's commands need.
#
#   installer/system_packages.sh PYTHON SET…      SET: desktop | system-tests | packages | checks
#
# What is there already is left alone. What is missing is installed and named when we are root; otherwise after asking,
# by sudo, when a person sits at a terminal. Where neither may be, the exact command is printed, nothing else happens,
# and the answer is 1.
#
# A line of a set is KIND WHAT PACKAGE…: a library by its soname, a command by its name, or a font; then the package that
# brings it on Debian and Ubuntu. Of several package names the first that apt knows is taken (Ubuntu 24.04 and Debian 13
# renamed some for 64-bit time: …t64).
set -eu

desktop='
library libglib-2.0.so.0        libglib2.0-0t64 libglib2.0-0
library libGL.so.1              libgl1
library libEGL.so.1             libegl1
library libxkbcommon.so.0       libxkbcommon0
library libfontconfig.so.1      libfontconfig1
library libfreetype.so.6        libfreetype6
library libdbus-1.so.3          libdbus-1-3
library libgssapi_krb5.so.2     libgssapi-krb5-2
library libbrotlidec.so.1       libbrotli1
library libzstd.so.1            libzstd1
library libX11.so.6             libx11-6
library libX11-xcb.so.1         libx11-xcb1
library libxkbcommon-x11.so.0   libxkbcommon-x11-0
library libxcb-cursor.so.0      libxcb-cursor0
library libxcb-icccm.so.4       libxcb-icccm4
library libxcb-image.so.0       libxcb-image0
library libxcb-keysyms.so.1     libxcb-keysyms1
library libxcb-randr.so.0       libxcb-randr0
library libxcb-render.so.0      libxcb-render0
library libxcb-render-util.so.0 libxcb-render-util0
library libxcb-shape.so.0       libxcb-shape0
library libxcb-shm.so.0         libxcb-shm0
library libxcb-sync.so.1        libxcb-sync1
library libxcb-util.so.1        libxcb-util1
library libxcb-xfixes.so.0      libxcb-xfixes0
library libxcb-xkb.so.1         libxcb-xkb1
font    any                     fonts-dejavu-core
'
system_tests='
command Xvfb                    xvfb
command xdotool                 xdotool
command xterm                   xterm
command xclip                   xclip
command xprop                   x11-utils
command openbox                 openbox
command trayer                  trayer
command dbus-daemon             dbus-daemon dbus
command gdbus                   libglib2.0-bin
command gnome-keyring-daemon    gnome-keyring
command cupsd                   cups
command pulseaudio              pulseaudio
command pactl                   pulseaudio-utils
command wine                    wine
command osslsigncode            osslsigncode
command /usr/libexec/at-spi-bus-launcher at-spi2-core
command strace                  strace
command nginx                   nginx
command caddy                   caddy
command objdump                 binutils
'
packages='
command dpkg-deb                dpkg
command objdump                 binutils
command rsvg-convert            librsvg2-bin
command lintian                 lintian
command debootstrap             debootstrap
command desktop-file-validate   desktop-file-utils
command appstreamcli            appstream
'
checks='
command shellcheck              shellcheck
'

has_library() { printf '%s\n' "$known_libraries" | grep -qF "	$1 "; }
has_command() { PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null 2>&1; }
has_font() { find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' 2>/dev/null | grep -q .; }

# The first of these package names that apt can install; the last one when apt knows none (its lists may be empty).
package_for() {
    for name in "$@"; do
        if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then break; fi
    done
    printf '%s' "$name"
}

# Reads lines KIND WHAT PACKAGE…; fills missing_what and missing_packages.
collect_missing() {
    while read -r kind what names; do
        [ -n "$kind" ] || continue
        "has_$kind" "$what" && continue
        missing_what="$missing_what $what"
        # shellcheck disable=SC2086   # the names are words on purpose
        missing_packages="$missing_packages $(package_for $names)"
    done <<LINES
$1
LINES
}

# Debian and Ubuntu ship python3 without what makes a virtual environment.
collect_missing_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    missing_what="$missing_what venv-of-Python-$version"
    missing_packages="$missing_packages $(package_for "python$version-venv" python3-venv)"
}

collect_all() {
    missing_what='' missing_packages=''
    known_libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    collect_missing_venv "$python"
    for set in $sets; do
        case $set in
            desktop) collect_missing "$desktop" ;;
            system-tests) collect_missing "$system_tests" ;;
            packages) collect_missing "$packages" ;;
            checks) collect_missing "$checks" ;;
            *) echo "system_packages.sh: unknown set: $set" >&2; exit 2 ;;
        esac
    done
}

install_packages() {
    # sudo drops the environment, so the variable is set behind it; the packages are words on purpose
    # shellcheck disable=SC2086
    "$@" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing_packages
}

ask() {
    printf '%s [y/N] ' "$1"
    read -r answer || answer=no
    case $answer in [yY] | [yY][eE][sS]) ;; *) return 1 ;; esac
}

python=$1
shift
sets=$*
[ "$(uname -s)" = Linux ] || exit 0      # Qt's wheels for Windows and macOS bring everything
collect_all
[ -n "$missing_packages" ] || exit 0

if ! has_command apt-get; then
    echo "This computer lacks:$missing_what" >&2
    echo "Install them by its own package manager, then run this command again." >&2
    exit 1
fi
command_line="apt-get update && apt-get install --no-install-recommends$missing_packages"

if [ "$(id -u)" = 0 ]; then
    apt-get update
    collect_all                          # with fresh lists the right one of several names is known
    echo "Installing system packages:$missing_packages"
    install_packages
elif has_command sudo && [ -t 0 ] && [ -t 1 ]; then
    echo "itdesk needs system packages that are missing here:$missing_packages"
    if ask 'Install them now with sudo?'; then
        sudo apt-get update
        collect_all
        install_packages sudo
    else
        printf 'Nothing was changed. The command is:\n  sudo sh -c "%s"\n' "$command_line"
        exit 1
    fi
else
    printf 'itdesk needs system packages that are missing here. Run this as root, then try again:\n  %s\n' \
        "$command_line" >&2
    exit 1
fi
