# Sourced by ./mvnw and ./run: points JAVA_HOME at a JDK 25 or newer, wherever the machine keeps one,
# because the default `java` may be older and the formatter reads sources with the running JDK's own parser.

jdk_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  version=$(jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk_25() {
  path_java=$(command -v javac 2>/dev/null) && path_java=$(readlink -f "$path_java") || path_java=
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${path_java%/bin/javac}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk_25); then
  echo "Yol needs a JDK 25 or newer, and none was found." >&2
  echo "Looked at JAVA_HOME, JAVA25_HOME, the javac on the PATH, /usr/lib/jvm, /opt/java, ~/.sdkman and ~/.jdks." >&2
  echo "Install one (for example Eclipse Temurin 25), or set JAVA_HOME to where it is, and run this again." >&2
  exit 1
fi
export JAVA_HOME
