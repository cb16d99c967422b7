import ErrkbCommands

Program.start()
