package enum RenderPlaceholder {}
