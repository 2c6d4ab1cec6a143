@echo off
setlocal
rem Upgrade: Exchange 2007 RTM - Exchange 2007 SP2 - CCR
rem Read it before you run it.
rem One script for all nodes: run it on each of them. It does only the steps of the computer it runs on.
rem windows-server-2003 - inferred - windows-commands-ver
ver | find " 5.2." >nul 2>nul
if "%ERRORLEVEL%"=="0" goto met1
echo This script is for Windows Server 2003.
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
echo Before the first step
echo - There are groups on passive nodes that are to be upgraded: Cluster Group (SELNODE2). The plan moves them off first.
echo - The Setup wizard (Setup.exe) cannot upgrade an existing clustered mailbox server. It is for creating a new one.
echo - Plan for an outage: the clustered mailbox server goes offline while it moves to an upgraded node. Its length differs from site to site.
echo - Leave installed update rollups alone: the Setup of the service pack removes them itself.
echo - Interim updates are not rollups: uninstall them by hand before SP2.
echo - Microsoft Update does not offer later update rollups to clusters. Install them by hand, on passive nodes only, and bring every node to the same rollup.
echo - Before SP2: extend the schema with Setup.com /PrepareSchema, as a member of Enterprise Admins in the domain and site of the schema master, and install Windows Installer 4.5.
echo - Upgrade Client Access servers before the mailbox servers.
echo - Check the service pack: Windows Server 2003 must have SP2.
echo - In a production cluster, every node needs Exchange Enterprise Edition.
echo - The 32-bit version may be used in production on management workstations only, so not on a production server.
echo - Microsoft ended all support for Exchange 2007 on 2017-04-11.
if /i "%COMPUTERNAME%"=="SELNODE2" goto node1
if /i "%COMPUTERNAME%"=="SELNODE1" goto node2
echo This computer has no step in the plan.
exit /b 3

:node1
rem Steps of SELNODE2

rem 1. Move the other cluster groups off SELNODE2
rem A passive node should hold no cluster group while it is upgraded. Move the groups by hand, here to SELNODE1.
rem Cluster Group - no group
rem It worked if: `Cluster.exe group` lists no group on SELNODE2.
rem To back out: Move the groups back: the same command with SELNODE2 after /move.
rem move-groups-off - stated - bb676559
echo 1. Move the other cluster groups off SELNODE2
echo A passive node should hold no cluster group while it is upgraded. Move the groups by hand, here to SELNODE1.
echo   Cluster.exe group ^"Cluster Group^" /move:SELNODE1
set "STEP=1"
set "ANSWER="
set /p "ANSWER=Type yes to do step 1 now, when all steps before it are done, or skip if it is done already: "
if /i "%ANSWER%"=="yes" goto do1
if /i "%ANSWER%"=="skip" goto skip1
goto stopped
:do1
Cluster.exe group "Cluster Group" /move:SELNODE1
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
:skip1

rem 2. Upgrade the passive node SELNODE2 to Exchange 2007 SP2
rem At a command prompt, run Setup.com in the folder with the installation files of Exchange 2007 SP2, never the Setup wizard. Clustered mailbox servers stay on their nodes meanwhile.
rem Exchange 2007 RTM - Exchange 2007 SP2
rem It worked if: Setup ends without an error.
rem To back out: no source says how
rem upgrade-passive-node - stated - bb676559 - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 2. Upgrade the passive node SELNODE2 to Exchange 2007 SP2
echo At a command prompt, run Setup.com in the folder with the installation files of Exchange 2007 SP2, never the Setup wizard. Clustered mailbox servers stay on their nodes meanwhile.
echo   Setup.com /mode:upgrade
set "STEP=2"
set "ANSWER="
set /p "ANSWER=Type yes to do step 2 now, when all steps before it are done, or skip if it is done already: "
if /i "%ANSWER%"=="yes" goto do2
if /i "%ANSWER%"=="skip" goto skip2
goto stopped
:do2
Setup.com /mode:upgrade
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
:skip2

echo First, elsewhere: steps 3 to 4 on SELNODE1
set "STEP=5"
set "ANSWER="
set /p "ANSWER=Type 4 when step 4 is done there: "
if not "%ANSWER%"=="4" goto stopped
rem 5. Upgrade SEL-CMS01 to Exchange 2007 SP2 on SELNODE2
rem Run Setup.com in the folder with the installation files of Exchange 2007 SP2. Never leave this step out: without it the nodes are ahead of the server and Exchange does not start.
rem Exchange 2007 RTM, offline on SELNODE2 - Exchange 2007 SP2, offline on SELNODE2
rem It worked if: Setup ends without an error, and AdminDisplayVersion of SEL-CMS01 shows Exchange 2007 SP2.
rem To back out: no source says how
rem upgrade-server - stated - bb676559 - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 5. Upgrade SEL-CMS01 to Exchange 2007 SP2 on SELNODE2
echo Run Setup.com in the folder with the installation files of Exchange 2007 SP2. Never leave this step out: without it the nodes are ahead of the server and Exchange does not start.
echo   Setup.com /upgradeCMS
set "STEP=5"
set "ANSWER="
set /p "ANSWER=Type yes to do step 5 now, when all steps before it are done, or skip if it is done already: "
if /i "%ANSWER%"=="yes" goto do5
if /i "%ANSWER%"=="skip" goto skip5
goto stopped
:do5
Setup.com /upgradeCMS
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
:skip5

rem 6. See that SEL-CMS01 is online on SELNODE2, and start it if it is not
rem The outage of SEL-CMS01 ends. In the Exchange Management Shell, run the last command only if the first one does not show the server as Online.
rem Exchange 2007 SP2, offline on SELNODE2 - Exchange 2007 SP2, online on SELNODE2
rem It worked if: `Get-ClusteredMailboxServerStatus` shows SEL-CMS01 as Online, and a client can open a mailbox.
rem To back out: no source says how
rem bring-server-online - stated - bb676559 - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 6. See that SEL-CMS01 is online on SELNODE2, and start it if it is not
echo The outage of SEL-CMS01 ends. In the Exchange Management Shell, run the last command only if the first one does not show the server as Online.
echo Type this in powershell:
echo   Get-ClusteredMailboxServerStatus SEL-CMS01
echo   Start-ClusteredMailboxServer SEL-CMS01
set "STEP=6"
set "ANSWER="
set /p "ANSWER=Type yes when step 6 is done: "
if /i not "%ANSWER%"=="yes" goto stopped
echo Then, elsewhere: steps 7 to 8 on SELNODE1
echo This is the end of the script. Check each step as its comments say.
exit /b 0

:node2
rem Steps of SELNODE1

echo First, elsewhere: steps 1 to 2 on SELNODE2
set "STEP=3"
set "ANSWER="
set /p "ANSWER=Type 2 when step 2 is done there: "
if not "%ANSWER%"=="2" goto stopped
rem 3. Take SEL-CMS01 offline
rem The outage of SEL-CMS01 begins. Use the Exchange Management Shell, not the cluster tools. No source says on which node; the plan does it on SELNODE1, where the server is.
rem Exchange 2007 RTM, online on SELNODE1 - Exchange 2007 RTM, offline on SELNODE1
rem It worked if: `Get-ClusteredMailboxServerStatus` shows SEL-CMS01 as Offline.
rem To back out: Start-ClusteredMailboxServer brings it online again where it is.
rem take-server-offline - stated - bb676559, exchange-vs-cluster-tools - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 3. Take SEL-CMS01 offline
echo The outage of SEL-CMS01 begins. Use the Exchange Management Shell, not the cluster tools. No source says on which node; the plan does it on SELNODE1, where the server is.
echo Type this in powershell:
echo   Stop-ClusteredMailboxServer SEL-CMS01 -StopReason 'Exchange 2007 SP2'
set "STEP=3"
set "ANSWER="
set /p "ANSWER=Type yes when step 3 is done: "
if /i not "%ANSWER%"=="yes" goto stopped

rem 4. Move SEL-CMS01 from SELNODE1 to SELNODE2
rem Use the Exchange Management Shell. SELNODE2 is upgraded and runs no other clustered mailbox server. See first that it is one of the redundant machines of SEL-CMS01 (RedundantMachines).
rem Exchange 2007 RTM, offline on SELNODE1 - Exchange 2007 RTM, offline on SELNODE2
rem It worked if: `Cluster.exe group` lists SEL-CMS01 on SELNODE2.
rem To back out: no source says how
rem move-server - stated - bb676559, move-cms - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 4. Move SEL-CMS01 from SELNODE1 to SELNODE2
echo Use the Exchange Management Shell. SELNODE2 is upgraded and runs no other clustered mailbox server. See first that it is one of the redundant machines of SEL-CMS01 (RedundantMachines).
echo Type this in powershell:
echo   Move-ClusteredMailboxServer -Identity SEL-CMS01 -TargetMachine SELNODE2 -MoveComment 'Exchange 2007 SP2'
set "STEP=4"
set "ANSWER="
set /p "ANSWER=Type yes when step 4 is done: "
if /i not "%ANSWER%"=="yes" goto stopped

echo First, elsewhere: steps 5 to 6 on SELNODE2
set "STEP=7"
set "ANSWER="
set /p "ANSWER=Type 6 when step 6 is done there: "
if not "%ANSWER%"=="6" goto stopped
rem 7. Move the other cluster groups off SELNODE1
rem A passive node should hold no cluster group while it is upgraded. Move the groups by hand, here to SELNODE2.
rem Cluster Group, Available Storage - no group
rem It worked if: `Cluster.exe group` lists no group on SELNODE1.
rem To back out: Move the groups back: the same command with SELNODE1 after /move.
rem move-groups-off - stated - bb676559
echo 7. Move the other cluster groups off SELNODE1
echo A passive node should hold no cluster group while it is upgraded. Move the groups by hand, here to SELNODE2.
echo   Cluster.exe group ^"Cluster Group^" /move:SELNODE2
echo   Cluster.exe group ^"Available Storage^" /move:SELNODE2
set "STEP=7"
set "ANSWER="
set /p "ANSWER=Type yes to do step 7 now, when all steps before it are done, or skip if it is done already: "
if /i "%ANSWER%"=="yes" goto do7
if /i "%ANSWER%"=="skip" goto skip7
goto stopped
:do7
Cluster.exe group "Cluster Group" /move:SELNODE2
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
Cluster.exe group "Available Storage" /move:SELNODE2
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
:skip7

rem 8. Upgrade the passive node SELNODE1 to Exchange 2007 SP2
rem At a command prompt, run Setup.com in the folder with the installation files of Exchange 2007 SP2, never the Setup wizard. Clustered mailbox servers stay on their nodes meanwhile.
rem Exchange 2007 RTM - Exchange 2007 SP2
rem It worked if: Setup ends without an error.
rem To back out: no source says how
rem upgrade-passive-node - stated - bb676559 - the command - stated, a third party - enow-sp2, siliconexus-sp2
echo 8. Upgrade the passive node SELNODE1 to Exchange 2007 SP2
echo At a command prompt, run Setup.com in the folder with the installation files of Exchange 2007 SP2, never the Setup wizard. Clustered mailbox servers stay on their nodes meanwhile.
echo   Setup.com /mode:upgrade
set "STEP=8"
set "ANSWER="
set /p "ANSWER=Type yes to do step 8 now, when all steps before it are done, or skip if it is done already: "
if /i "%ANSWER%"=="yes" goto do8
if /i "%ANSWER%"=="skip" goto skip8
goto stopped
:do8
Setup.com /mode:upgrade
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto failed
:skip8
echo This is the end of the script. Check each step as its comments say.
exit /b 0

:failed
echo Step %STEP% failed with exit code %CODE%. Nothing after it was done.
exit /b %CODE%

:stopped
echo Stopped: step %STEP% was not confirmed, and the script ran none of its commands.
exit /b 1
