# Builds Calm Orbit on Windows and opens it; installs the modules of the pages first.
#   script\run.ps1 [-Release] [what calm-orbit-desktop takes, such as --data-dir DIR]
# Needs Rust with the toolchain of MSVC, the Build Tools of Visual Studio, and Node; WebView2 is part
# of Windows 11.
param([switch]$Release, [Parameter(ValueFromRemainingArguments)][string[]]$Rest)

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
. ./script/lib/windows.ps1

Assert-Toolchains
Build-Executables -Release:$Release
$profileName = if ($Release) { 'release' } else { 'debug' }
Write-Headline 'Calm Orbit is open. Close its window or press Ctrl+C to end it.'
$app = Join-Path (Get-TargetFolder) "$profileName/calm-orbit-desktop.exe"
$process = Start-Process -FilePath $app -ArgumentList (@($Rest) | Where-Object { $_ } | ForEach-Object { "`"$_`"" }) -PassThru -Wait -NoNewWindow
exit $process.ExitCode
