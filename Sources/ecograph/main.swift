import EcographCommands

EcographTool.main()
