; What the installer does beside Tauri's own.

; Assistants may be running the command as their MCP server, and Windows doesn't replace a program
; that runs. It can be given another name, though; what runs goes on, and what starts anew is new.
!macro NSIS_HOOK_PREINSTALL
  Delete "$INSTDIR\calm-orbit.old.exe"
  ClearErrors
  Rename "$INSTDIR\calm-orbit.exe" "$INSTDIR\calm-orbit.old.exe"
  ClearErrors
!macroend

!macro NSIS_HOOK_POSTUNINSTALL
  Delete "$INSTDIR\calm-orbit.old.exe"
  RMDir "$INSTDIR"
  ClearErrors
!macroend
