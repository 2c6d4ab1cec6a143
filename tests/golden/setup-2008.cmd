@echo off
setlocal
rem Sets up Windows Server 2008 - management tools: Exchange 2007 SP2. Made by canmanage.
rem Read it before you run it.
rem Take care: Move, stop and start the server with the Exchange tools. The cluster tools must be installed, but using them on the server may leave databases dismounted.
rem Take care: Cluster tools of different Windows versions cannot be installed on one computer. For clusters of the other family use Remote Desktop.
rem Take care: One computer holds one level of Exchange 2007. To manage both RTM servers and SP1 or SP2 servers, use two workstations or Remote Desktop.
rem Take care: Microsoft ended all support for Exchange 2007 on 2017-04-11.
rem Argument 1 of this script must be: the folder with the installation files of Exchange 2007 SP2
set "P_SP2-FILES=%~1"
if defined P_SP2-FILES goto argument1
echo Argument 1 of this script must be: the folder with the installation files of Exchange 2007 SP2
exit /b 2
:argument1
rem windows-6-0 - inferred - windows-commands-ver
ver | find " 6.0." >nul 2>nul
if "%ERRORLEVEL%"=="0" goto met1
echo This script is for Windows Vista or Windows Server 2008.
echo Nothing was done.
exit /b 3
:met1
rem administrator - stated, a third party - batch-administrator-check
net session >nul 2>nul
if "%ERRORLEVEL%"=="0" goto met2
echo Run this script as a local administrator: right-click the command prompt and select Run as administrator.
echo Nothing was done.
exit /b 3
:met2

rem 1. Windows PowerShell
rem On the full installation of Windows Server 2008, open a command prompt with local administrator rights and run this command.
rem The source is about the tools of SP1. No list was found for those of SP2, which are taken to need the same.
rem It worked if: The command ends without an error, and Windows PowerShell opens.
rem powershell - inferred - bb691354
echo 1. Windows PowerShell
set "STEP=powershell"
ServerManagerCmd -i PowerShell
set "CODE=%ERRORLEVEL%"
call :codes-server-manager-cmd
if errorlevel 1 goto failed

rem 2. IIS 6 metabase (Web-Metabase)
rem Run this command next, again with local administrator rights.
rem The source is about the tools of SP1. No list was found for those of SP2, which are taken to need the same.
rem It worked if: The command ends without an error.
rem web-metabase - inferred - bb691354
echo 2. IIS 6 metabase (Web-Metabase)
set "STEP=web-metabase"
ServerManagerCmd -i Web-Metabase
set "CODE=%ERRORLEVEL%"
call :codes-server-manager-cmd
if errorlevel 1 goto failed

rem 3. IIS 6 management console (Web-Lgcy-Mgmt-Console)
rem Run this command last of the three, again with local administrator rights.
rem The source is about the tools of SP1. No list was found for those of SP2, which are taken to need the same.
rem It worked if: The command ends without an error.
rem web-lgcy-mgmt-console - inferred - bb691354
echo 3. IIS 6 management console (Web-Lgcy-Mgmt-Console)
set "STEP=web-lgcy-mgmt-console"
ServerManagerCmd -i Web-Lgcy-Mgmt-Console
set "CODE=%ERRORLEVEL%"
call :codes-server-manager-cmd
if errorlevel 1 goto failed

rem 4. Exchange 2007 SP2 management tools
rem Run Setup.com from the SP2 installation files, in the 32-bit or the 64-bit version as the Windows of this computer requires. In production the 32-bit version may be used on management workstations only. No other level of Exchange 2007 may be on the computer. The switches are documented; the whole line is put together from them.
rem It worked if: The Exchange Management Console and the Exchange Management Shell both open.
rem exchange-tools-sp2 - inferred - modify-install, exchange-32bit
echo 4. Exchange 2007 SP2 management tools
set "STEP=exchange-tools-sp2"
"%P_SP2-FILES%\Setup.com" /mode:Install /roles:ManagementTools
set "CODE=%ERRORLEVEL%"
call :codes
if errorlevel 1 goto failed

rem 5. Cluster tools on Windows Server 2008 (RSAT-Clustering)
rem Open a command prompt and run this command. The feature id is the same in every language of Windows.
rem It worked if: Failover Cluster Management opens and connects to the cluster, and Get-ClusteredMailboxServerStatus in the Exchange Management Shell shows the state of the server. Only look with Failover Cluster Management: move, stop and start the server with the Exchange tools.
rem rsat-clustering - stated - bb676559
echo 5. Cluster tools on Windows Server 2008 (RSAT-Clustering)
set "STEP=rsat-clustering"
ServerManagerCmd -I RSAT-Clustering
set "CODE=%ERRORLEVEL%"
call :codes-server-manager-cmd
if errorlevel 1 goto failed

echo This is the end of the script. Check each step as its comments say.
exit /b 0

:failed
echo Step %STEP% failed with exit code %CODE%. Nothing after it was done.
exit /b %CODE%

:codes-server-manager-cmd
if "%CODE%"=="3010" echo Done; a restart is required.
if "%CODE%"=="1003" echo No change was needed: it is already installed.
if "%CODE%"=="1004" echo A Server Manager wizard is running. Close it and start again.
if "%CODE%"=="4" echo An argument is not valid.
if "%CODE%"=="5" echo The command prompt is not that of an elevated administrator.
if "%CODE%"=="110" echo The answer file cannot be read.
if "%CODE%"=="0" exit /b 0
if "%CODE%"=="3010" exit /b 0
if "%CODE%"=="1003" exit /b 0
exit /b 1

:codes
if "%CODE%"=="0" exit /b 0
exit /b 1
