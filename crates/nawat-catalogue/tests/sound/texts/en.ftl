welcome = Welcome
