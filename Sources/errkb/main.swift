import ErrkbCommands

Errkb.start()
