@echo off
chcp 65001 >nul
setlocal
rem Sets up Windows Server 2008 with Exchange 2007 SP2 tools. Made by canmanage.
rem Read it before you run it, as a local administrator.
rem Argument 1 of this script must be: the folder with the Exchange 2007 installation files of the level that the step names
set "P_MEDIA=%~1"
if not defined P_MEDIA (
  echo(Argument 1 of this script must be: the folder with the Exchange 2007 installation files of the level that the step names
  exit /b 2
)

rem 1. Windows PowerShell
rem On the full installation of Windows Server 2008, open a command prompt with local administrator rights and run this command.
rem The source describes the tools of SP1. No list was found for SP2, whose tools are taken to need the same.
rem It worked if: The command ends without an error, and Windows PowerShell opens.
rem powershell - inferred - bb691354
echo(1. Windows PowerShell
ServerManagerCmd -i PowerShell
if errorlevel 1 (
  echo(Step powershell ended with an error code. Ctrl+C stops here; any other key goes on.
  pause
)

rem 2. IIS 6 metabase (Web-Metabase)
rem Run this command next, again with local administrator rights.
rem The source describes the tools of SP1. No list was found for SP2, whose tools are taken to need the same.
rem It worked if: The command ends without an error.
rem web-metabase - inferred - bb691354
echo(2. IIS 6 metabase ^(Web-Metabase^)
ServerManagerCmd -i Web-Metabase
if errorlevel 1 (
  echo(Step web-metabase ended with an error code. Ctrl+C stops here; any other key goes on.
  pause
)

rem 3. IIS 6 management console (Web-Lgcy-Mgmt-Console)
rem Run this command last of the three, again with local administrator rights.
rem The source describes the tools of SP1. No list was found for SP2, whose tools are taken to need the same.
rem It worked if: The command ends without an error.
rem web-lgcy-mgmt-console - inferred - bb691354
echo(3. IIS 6 management console ^(Web-Lgcy-Mgmt-Console^)
ServerManagerCmd -i Web-Lgcy-Mgmt-Console
if errorlevel 1 (
  echo(Step web-lgcy-mgmt-console ended with an error code. Ctrl+C stops here; any other key goes on.
  pause
)

rem 4. Exchange 2007 SP2 management tools
rem Run Setup.com from the SP2 installation files, in the 32-bit or the 64-bit build as the Windows of this computer requires. In production the 32-bit build may be used on management workstations only. No other level of Exchange 2007 may be on the computer. The switches are documented; the whole line is put together from them.
rem It worked if: The Exchange Management Console and the Exchange Management Shell both open.
rem exchange-tools-sp2 - inferred - modify-install, exchange-32bit
echo(4. Exchange 2007 SP2 management tools
"%P_MEDIA%\Setup.com" /mode:Install /roles:ManagementTools
if errorlevel 1 (
  echo(Step exchange-tools-sp2 ended with an error code. Ctrl+C stops here; any other key goes on.
  pause
)

rem 5. Cluster tools on Windows Server 2008 (RSAT-Clustering)
rem Open a command prompt and run this command. The feature id is the same in every language of Windows.
rem It worked if: Failover Cluster Management opens and connects to the cluster, and Get-ClusteredMailboxServerStatus in the Exchange Management Shell shows the state of the server. Only look with Failover Cluster Management: move, stop and start the server with the Exchange tools.
rem rsat-clustering - stated - bb676559
echo(5. Cluster tools on Windows Server 2008 ^(RSAT-Clustering^)
ServerManagerCmd -I RSAT-Clustering
if errorlevel 1 (
  echo(Step rsat-clustering ended with an error code. Ctrl+C stops here; any other key goes on.
  pause
)

echo(This is the end of the script. Check each step as its comments say.
exit /b 0
