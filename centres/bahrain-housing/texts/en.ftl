# The centre's own sentences: they go before the program's where both have the same key.
# Each is written as key = sentence. ar.ftl and en.ftl have the same keys.

centre-welcome = Welcome to the Customer Service Centre
centre-address = Main building of the ministry, Diplomatic Area, Manama
centre-hours = Sunday to Thursday, 7:30 am to 2:00 pm
centre-hotline = Hotline: 80008001
centre-from-home = Most transactions can be done from home through the national portal bahrain.bh, without a visit.
display-message = Data can also be updated from home, without a visit. Please have your documents ready before you are called.
priority-notice = Senior citizens and people of determination are served first
