package enum IndexPlaceholder {}
