@echo off
rem Starts Certbench: without a command the workbench, with one the command line.
rem
rem   certbench [--environment E] [--language L] [--data DIR]
rem   certbench COMMAND [ARGUMENT...]            see: certbench --help
rem
rem CERTBENCH_JAVA     home of the Java to use (21 or newer), when it shall not be the one that is found
rem CERTBENCH_VMARGS   more arguments for the Java virtual machine
setlocal EnableExtensions DisableDelayedExpansion

set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

rem --- Java: its version is read from its file "release", without starting it ---
set "JAVA="
call :choose "%CERTBENCH_JAVA%"
if defined CERTBENCH_JAVA if not defined JAVA (
    echo certbench: CERTBENCH_JAVA=%CERTBENCH_JAVA% is not the home of a Java 21 or newer 1>&2
    exit /b 70
)
call :choose "%HERE%\jre"
call :choose "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%P in ('where java 2^>nul') do call :choose "%%~dpP.."
if not defined JAVA for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do call :choose "%%~J"
if not defined JAVA (
    echo certbench: no Java 21 or newer was found: install one, or set JAVA_HOME to its home 1>&2
    exit /b 70
)

rem --- What is asked for ---
set "COMMAND="
set "LANGUAGE="
set "DATA="
:argument
if "%~1"=="" goto asked
if "%~1"=="--" goto asked
if "%~1"=="--language" (
    set "LANGUAGE=%~2"
    shift
    goto next
)
if "%~1"=="--data" (
    set "DATA=%~2"
    shift
    goto next
)
if "%~1"=="--environment" (
    shift
    goto next
)
if "%~1"=="--card" (
    shift
    goto next
)
if "%~1"=="--help" set "COMMAND=help"
if "%~1"=="-h" set "COMMAND=help"
if "%~1"=="--version" set "COMMAND=help"
if "%~1"=="-V" set "COMMAND=help"
set "WORD=%~1"
if not "%WORD:~0,1%"=="-" if not defined COMMAND set "COMMAND=%WORD%"
:next
shift
goto argument
:asked
if not defined DATA set "DATA=%LOCALAPPDATA%\Certbench"
rem The language that was chosen in the workbench, unless one is asked for now.
if not defined COMMAND if not defined LANGUAGE if exist "%DATA%\language" set /p LANGUAGE=<"%DATA%\language"

rem --- Start ---
for %%L in ("%HERE%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~L"
set "NL="
if defined LANGUAGE set "NL=-nl %LANGUAGE%"
set VM=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED --add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED "-Dcertbench.data=%DATA%"
if defined LANGUAGE set VM=%VM% "-Duser.language=%LANGUAGE%"

if defined COMMAND (
    rem No workspace: any number of commands may run beside each other and beside the workbench.
    "%JAVA%\bin\java.exe" %VM% %CERTBENCH_VMARGS% -jar "%LAUNCHER%" -nosplash %NL% -application org.certbench.cli.application -data @none %*
    exit /b
)
rem An archive of the classes makes the next start shorter; Java makes it anew when it does not fit.
if not exist "%LOCALAPPDATA%\Certbench" mkdir "%LOCALAPPDATA%\Certbench"
start "Certbench" "%JAVA%\bin\javaw.exe" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\Certbench\workbench.jsa" %VM% %CERTBENCH_VMARGS% -jar "%LAUNCHER%" -nosplash %NL% -data "%DATA%\workspace" %*
exit /b 0

:choose
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%F in ("%%~V") do if %%F GEQ 21 set "JAVA=%~1"
exit /b 0
