# Sourced by ./mvnw and ./runstream. Exports JAVA_HOME of a JDK of at least RUNSTREAM_JDK_MIN, the first that
# fits of: JAVA_HOME, the javac on the PATH, the newest under the usual folders. Says what to install if there is none.

RUNSTREAM_JDK_MIN=21

# Prints the feature version (17, 21, ..) of the JDK in $1, or nothing if there is no JDK.
runstream_jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

runstream_jdk_fits() {
  version="$(runstream_jdk_version "$1")"
  [ -n "$version" ] && [ "$version" -ge "$RUNSTREAM_JDK_MIN" ]
}

# Prints the home of the javac on the PATH, or nothing.
runstream_jdk_on_path() {
  javac="$(command -v javac 2>/dev/null)" || return 0
  javac="$(readlink -f "$javac" 2>/dev/null || printf %s "$javac")"
  dirname "$(dirname "$javac")"
}

# Prints the home of the newest JDK under the folders where packages put them, or nothing.
runstream_newest_jdk() {
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    version="$(runstream_jdk_version "$home")"
    [ -z "$version" ] || printf '%s %s\n' "$version" "$home"
  done | sort -rn | sed -n '1s/^[0-9]* //p'
}

runstream_find_jdk() {
  for home in "${JAVA_HOME-}" "$(runstream_jdk_on_path)" "$(runstream_newest_jdk)"; do
    if [ -n "$home" ] && runstream_jdk_fits "$home"; then
      JAVA_HOME="$home"
      export JAVA_HOME
      return 0
    fi
  done
  echo "Runstream needs a JDK, version $RUNSTREAM_JDK_MIN or newer, and found none (looked at JAVA_HOME, the PATH and /usr/lib/jvm)." >&2
  echo "Install one, for example Temurin 25 from https://adoptium.net, then set JAVA_HOME to its folder." >&2
  return 1
}

case $- in *f*) runstream_noglob=1 ;; *) runstream_noglob= ;; esac
set +f
runstream_find_jdk || exit 1
[ -z "$runstream_noglob" ] || set -f
