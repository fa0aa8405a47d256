#!/usr/bin/env bash
# The command, its pages of the manual and its completions. Run as a person.
# shellcheck disable=SC1091  # it lies there inside the root
set -euo pipefail
source /test/say.sh

calm-orbit add 'Buy milk tomorrow #Home'
[[ $(calm-orbit list) == *'Buy milk'* ]] || fail "the task is not in the list"

man --path calm-orbit calm-orbit-add calm-orbit-desktop >/dev/null
[[ $(man calm-orbit) == *'SYNOPSIS'*'quick-add'* ]] || fail "the manual page has no text"
# Each option of the app stands on its page, which is written by hand.
calm-orbit-desktop --help | grep --only-matching --extended-regexp -- '--[a-z-]+' | sort --unique | while read -r option; do
  man calm-orbit-desktop | grep --quiet -- "$option" || fail "the page of calm-orbit-desktop lacks $option"
done

bash -c '
  source /usr/share/bash-completion/bash_completion
  _completion_loader calm-orbit || true
  [[ $(complete -p calm-orbit) =~ -F\ ([^ ]+) ]]
  COMP_WORDS=(calm-orbit restore-) COMP_CWORD=1
  "${BASH_REMATCH[1]}" calm-orbit restore- calm-orbit
  [[ ${COMPREPLY[*]} == *restore-backup* ]]' || fail "bash completes nothing"
zsh -c 'autoload -U compinit && compinit -u && [[ -n ${_comps[calm-orbit]} ]]' || fail "zsh completes nothing"
fish -c 'complete --do-complete "calm-orbit restore-"' | grep --quiet restore-backup || fail "fish completes nothing"
