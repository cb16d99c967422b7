/// A placeholder until the server moves in.
