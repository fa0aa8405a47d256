# What the scripts for Windows share.

function Write-Headline([string]$Text) { Write-Host "`n== $Text" }

function Stop-With([string]$Message) {
    [Console]::Error.WriteLine("Error: $Message")
    exit 1
}

# Runs a program; one that fails is an error here, too.
function Invoke-Tool {
    $program, $words = $args
    & $program @words
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

# The toolchains that must be there already.
function Assert-Toolchains {
    if (-not (Get-Command cargo -ErrorAction SilentlyContinue)) {
        Stop-With 'Rust is missing. Install it from https://rustup.rs, with clippy and rustfmt; it says where the Build Tools of Visual Studio are.'
    }
    if (-not (Get-Command node -ErrorAction SilentlyContinue)) {
        Stop-With 'Node is missing. Install version 20.19 or newer from https://nodejs.org.'
    }
    $version = [version](node --print 'process.versions.node')
    if ($version -lt [version]'20.19') { Stop-With "Node $version is too old. Install version 20.19 or newer from https://nodejs.org." }
}

# `npm ci`, unless the modules are those of the lock file.
function Install-NodeModules([string]$Folder) {
    $lock = "$Folder/package-lock.json"
    $mark = "$Folder/node_modules/.installed-lock.json"
    if ((Test-Path $mark) -and (Get-FileHash $lock).Hash -eq (Get-FileHash $mark).Hash) { return }
    Write-Host "Installing the modules of $Folder/"
    Invoke-Tool npm --prefix $Folder ci --no-fund --no-audit '--loglevel=error'
    Copy-Item $lock $mark
}

# The pages, which the executables carry.
function Build-Pages {
    Install-NodeModules ui
    Invoke-Tool npm --prefix ui run --silent build
}

# Both executables. `--examples` makes Cargo choose the same features of the dependencies as for tests.
function Build-Executables([switch]$Release) {
    Build-Pages
    if ($Release) { Invoke-Tool cargo build --workspace --bins --examples --release }
    else { Invoke-Tool cargo build --workspace --bins --examples }
}

function Get-TargetFolder {
    (cargo metadata --format-version 1 --no-deps --offline | ConvertFrom-Json).target_directory
}
