# Shared by quickstart and test: where we are, and what must be installed. Sourced by bash, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=$(nproc)
export LC_ALL=C.UTF-8

say() { printf '\n==> %s\n' "$*"; }

# The packages of the given groups that this machine lacks.
missing_packages() {
  local package group _ wanted=" $* "
  while read -r package group _; do
    [[ -z $package || $package == \#* || $wanted != *" $group "* ]] && continue
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done < "$root/tools/packages.txt"
}

# Installs what is missing of the given groups (see packages.txt), and nothing else.
install_packages() {
  if ! command -v dpkg-query > /dev/null; then
    echo "This machine has no dpkg: install what tools/packages.txt lists, or use Debian 12." >&2
    return 1
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    say "All Debian packages needed are installed ($*)."
    return 0
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  local as_root=()
  if ((EUID != 0)); then
    if ! command -v sudo > /dev/null; then
      echo "You are not root and there is no sudo. Ask for: apt-get install ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# configure FOLDER OPTION...: one build folder, Ninja.
configure() {
  local folder=$1
  shift
  cmake -S "$root" -B "$folder" -G Ninja "$@"
}
