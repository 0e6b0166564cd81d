# What releng/run, releng/test and releng/with-display share; sourced, not started.
#
# Everything that is missing is either fetched (Maven; Debian packages when root) or named in one line.
# All own words go to stderr: what the started program prints on stdout belongs to whoever reads it.

root=$(cd "$(dirname "$0")/.." && pwd -P)
product=$root/releng/org.certbench.product/target/products/org.certbench.product
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/certbench
work=$root/target
log=$work/build.log
maven_version=3.9.11

say() {
    echo "certbench: $*" >&2
}

die() {
    say "$*"
    exit 70
}

# --- Debian packages --------------------------------------------------------------------------------

# Prints the packages of the arguments that this machine lacks.
missing_packages() {
    for package in "$@"; do
        case $package in
            xvfb) command -v Xvfb ;;
            libgtk-3-0) PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep -F libgtk-3.so.0 ;;
            dbus-x11) command -v dbus-launch ;;
            fonts-dejavu-core) ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ;;
            maven) command -v mvn ;;
            pcscd) PATH=$PATH:/usr/sbin command -v pcscd ;;
            opensc) command -v opensc-tool ;;
            poppler-utils) command -v pdfsig ;;
            softhsm2) command -v softhsm2-util ;;
            vsmartcard-vpcd) ls /etc/reader.conf.d/vpcd ;;
            *) command -v "$package" ;;
        esac > /dev/null 2>&1 || echo "$package"
    done
}

# Installs what is missing of the arguments, or says what must be installed.
need_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
        die "please install: $missing"
    fi
    say "installing $missing"
    mkdir -p "$cache"
    # shellcheck disable=SC2086  # a list of names
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing; } \
        < /dev/null > "$cache/packages.log" 2>&1 || {
        tail -n 5 "$cache/packages.log" >&2
        die "could not install: $missing"
    }
}

# --- Java and Maven ---------------------------------------------------------------------------------

# True when $1 is the home of a JDK of 21 or newer.
is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${feature:-0}" -ge 21 ]
}

find_jdk() {
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2> /dev/null || echo "$on_path")
    fi
    for jdk in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
        "${HOME:-}"/.sdkman/candidates/java/current "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk "$jdk"; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return 0
        fi
    done
    return 1
}

need_jdk() {
    find_jdk && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-cache > /dev/null; then
        for package in openjdk-21-jdk-headless openjdk-25-jdk-headless; do
            if apt-cache show "$package" > /dev/null 2>&1; then
                need_packages "$package"
                find_jdk && return 0
            fi
        done
    fi
    die "no JDK of 21 or newer was found: install one, or set JAVA_HOME to its home"
}

# Sets mvn to a Maven of 3.9; an older one is good enough to fetch it, as Maven is an artifact itself.
need_maven() {
    mvn=$(command -v mvn || true)
    if [ -n "$mvn" ]; then
        case $("$mvn" -v 2> /dev/null) in
            *"Apache Maven 3.9."*) return 0 ;;
        esac
    fi
    mvn=$cache/apache-maven-$maven_version/bin/mvn
    [ -x "$mvn" ] && return 0
    need_packages maven
    command -v mvn > /dev/null || die "please install Maven, 3.9 or any older one (the right one is fetched with it)"
    say "fetching Maven $maven_version"
    fetched=$cache/fetched.$$
    mkdir -p "$fetched"
    (
        cd "$fetched"
        mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory="$fetched" \
            -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" > maven.log 2>&1 &&
            "$JAVA_HOME/bin/jar" xf "apache-maven-$maven_version-bin.zip" &&
            chmod +x "apache-maven-$maven_version/bin/mvn" &&
            { mv "apache-maven-$maven_version" "$cache/" 2> /dev/null || [ -x "$mvn" ]; }
    ) || {
        tail -n 5 "$fetched/maven.log" >&2
        die "could not fetch Maven $maven_version"
    }
    rm -rf "$fetched"
}

# --- The build --------------------------------------------------------------------------------------

# Runs Maven with the arguments in the repository.
maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} -XX:+UseParallelGC"
    if [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release")" -ge 24 ]; then
        # Maven's own libraries make newer JDKs warn at every start.
        MAVEN_OPTS="$MAVEN_OPTS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    fi
    export MAVEN_OPTS
    # The same commit makes the same jars: its time is theirs.
    if time=$(cd "$root" && TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2> /dev/null) && [ -n "$time" ]; then
        set -- "-Dproject.build.outputTimestamp=$time" "-DforceContextQualifier=v$(echo "$time" | tr -d ':TZ-' | cut -c 1-12)" "$@"
    fi
    (cd "$root" && exec "$mvn" -B -ntp "$@")
}

# One build at a time in this folder: two terminals may start at once.
lock() {
    mkdir -p "$work"
    lock=$work/lock
    told=
    while ! mkdir "$lock" 2> /dev/null; do
        holder=$(cat "$lock/pid" 2> /dev/null || true)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2> /dev/null; then
            rm -rf "$lock"
            continue
        fi
        [ -n "$told" ] || say "waiting for another build in this folder"
        told=yes
        sleep 1
    done
    echo $$ > "$lock/pid"
    trap unlock EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -rf "$lock"
}

# True when the product is there and no source is newer. Folders count as well, for what was removed,
# but not those of the bundles themselves, where the build leaves its own traces.
is_built() {
    [ -d "$product" ] && [ -e "$work/begun" ] && [ -e "$work/built" ] || return 1
    newer=$(cd "$root" && find pom.xml .mvn target-platform features bundles releng/org.certbench.product \
        \( -name target -o -name bin -o -name '*.tests' -o -name '.polyglot*' \) -prune -o \
        \( -type f -newer "$work/begun" -o -type d -path '*/*/*/*' -newer "$work/built" \) -print 2> /dev/null | head -n 1)
    [ -z "$newer" ]
}

# To be called before and after a build that makes the product.
begin_build() {
    # p2 leaves alone what it finds installed in the same version, and the compiler compiles only what
    # has changed itself, not what uses it: both begin anew.
    rm -rf "$product" "$root"/bundles/*/target/classes "$root"/releng/*.tests/target/*classes "$work/built"
    mkdir -p "$work"
    touch "$work/begun"
}

end_build() {
    touch "$work/built"
}
