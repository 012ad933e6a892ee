"""What a template needs to know of a piece or a block, worked out beforehand: templates compute nothing."""
