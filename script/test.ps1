# Runs every check that can be run on Windows; ends at the first that fails and says what to do.
#   script\test.ps1             everything
#   script\test.ps1 STEP …      only these
#   script\test.ps1 -List       the steps, in the order in which they run
# The steps are those of script/test, but for those that need Linux: scripts (shellcheck), licences,
# browser and window.
param([switch]$List, [Parameter(ValueFromRemainingArguments)][string[]]$Chosen)

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
. ./script/lib/windows.ps1

$steps = [ordered]@{
    rust_format = @{ Run = { Invoke-Tool cargo fmt --all --check }; Hint = 'Run: cargo fmt --all' }
    release     = @{ Run = { Invoke-Tool node --test script/lib/release/release.test.mjs }; Hint = 'Mend script/lib/release.' }
    ui_format   = @{ Run = { Invoke-Tool npm --prefix ui run --silent format }; Hint = 'Run: npx prettier --write . (in ui/)' }
    ui_types    = @{ Run = { Invoke-Tool npm --prefix ui run --silent check }; Hint = 'Mend the types that tsc names.' }
    ui_lint     = @{ Run = { Invoke-Tool npm --prefix ui run --silent lint }; Hint = 'Mend what eslint names.' }
    ui_test     = @{ Run = { Invoke-Tool npm --prefix ui test --silent }; Hint = 'Run alone: npx vitest run FILE (in ui/)' }
    lint        = @{ Run = { Build-Pages; Invoke-Tool cargo clippy --workspace --all-targets '--' --deny warnings }; Hint = 'Mend what clippy names.' }
    build       = @{ Run = { Build-Executables }; Hint = 'Mend what the compiler names.' }
    rust_test   = @{ Run = { Build-Executables; Invoke-Tool cargo test --workspace }; Hint = 'Run alone: cargo test --workspace NAME' }
}
if ($List) { $steps.Keys; exit 0 }
if (-not $Chosen) { $Chosen = @($steps.Keys) }
foreach ($step in $Chosen) {
    if (-not $steps.Contains($step)) { Stop-With "there is no step $step; see script\test.ps1 -List" }
}

Assert-Toolchains
Install-NodeModules ui
foreach ($step in $Chosen) {
    Write-Headline $step
    try {
        & $steps[$step].Run
    } catch {
        Write-Host "The step $step failed: $_"
        Write-Host $steps[$step].Hint
        Write-Host "To run it alone: script\test.ps1 $step"
        exit 1
    }
}
Write-Host "$($Chosen.Count) passed, 0 failed"
