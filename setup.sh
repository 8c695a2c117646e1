# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and .ci/run: installs what is missing on Debian, and builds. Says what it does; asks nothing.

assay_needed=(
    build-essential cmake ninja-build ccache git npm
    qt6-base-dev qt6-charts-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libqt6opengl6-dev libqt6sql6-sqlite libsqlite3-dev
    libgl1-mesa-dev libvulkan-dev libxkbcommon-dev
    libeigen3-dev libtbb-dev libxgboost-dev liblbfgspp-dev libboost-dev libexpected-dev nlohmann-json3-dev libssl-dev zlib1g-dev libyaml-dev
    libcli11-dev libkainjow-mustache-dev libprotobuf-dev protobuf-compiler libzip-dev pkgconf fonts-dejavu-core
)

# assay_packages NAME…: installs those that are not there.
assay_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    # A node from elsewhere brings its own npm.
    if command -v npm >/dev/null; then missing=("${missing[@]/#npm/}"); fi
    missing=(${missing[@]})
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are missing, by their Debian names: ${missing[*]}" >&2
        return 1
    fi
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "These packages are missing, and installing them needs an administrator. Run once:" >&2
            echo "  sudo apt-get install ${missing[*]}" >&2
            return 1
        fi
        root=(sudo -n)
    fi
    echo "Installing: ${missing[*]}"
    "${root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq "${missing[@]}" >/dev/null
}

# assay_build PRESET TARGET…: configures when needed and builds.
assay_build() {
    local preset=$1
    shift
    export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
    local log="build/$preset-configure.log"
    mkdir -p build
    if ! cmake --preset "$preset" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
    cmake --build "build/$preset" --target "$@"
}
