welcome = أهلًا بكم
