//! The words that properties take.

tokens! {
    /// Across the direction of a container.
    Alignment { Start = "start", Center = "center", End = "end", Baseline = "baseline", Stretch = "stretch" }
    /// Along the direction of a container.
    Justification { Start = "start", Center = "center", End = "end", Between = "between", Around = "around", Evenly = "evenly", Stretch = "stretch" }
    /// Which way a container runs.
    Direction { Row = "row", Col = "col" }
    /// What happens to children for whom a line is too short.
    Wrap { Nowrap = "nowrap", Wrap = "wrap", WrapReverse = "wrap-reverse" }
    /// Which of its two looks a widget has, whatever the page has.
    Theme { Light = "light", Dark = "dark" }
    /// How wide a card is.
    CardSize { Sm = "sm", Md = "md", Lg = "lg", Full = "full" }
    /// How round corners are.
    Radius { Xs2 = "2xs", Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl", Xl2 = "2xl", Xl3 = "3xl", Xl4 = "4xl", Full = "full", FullWidth = "100%", None = "none" }
    /// How a border is drawn.
    BorderStyle { Solid = "solid", Dashed = "dashed", Dotted = "dotted", Double = "double", Groove = "groove", Ridge = "ridge", Inset = "inset", Outset = "outset" }
    /// Where text stands in its line.
    TextAlign { Start = "start", Center = "center", End = "end" }
    /// How large text is.
    TextSize { Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl" }
    /// How large a title is.
    TitleSize { Sm = "sm", Md = "md", Lg = "lg", Xl = "xl", Xl2 = "2xl", Xl3 = "3xl", Xl4 = "4xl", Xl5 = "5xl" }
    /// How large a caption is.
    CaptionSize { Sm = "sm", Md = "md", Lg = "lg" }
    /// How heavy letters are.
    FontWeight { Normal = "normal", Medium = "medium", Semibold = "semibold", Bold = "bold" }
    /// How large an icon is.
    IconSize { Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl", Xl2 = "2xl", Xl3 = "3xl" }
    /// What colour a badge has.
    BadgeColor { Secondary = "secondary", Success = "success", Danger = "danger", Warning = "warning", Info = "info", Discovery = "discovery" }
    /// How a badge is filled.
    BadgeVariant { Solid = "solid", Soft = "soft", Outline = "outline" }
    /// How an image fills its place.
    ImageFit { Cover = "cover", Contain = "contain", Fill = "fill", ScaleDown = "scale-down", None = "none" }
    /// Which part of an image stays when it is cut.
    ImagePosition { TopLeft = "top left", Top = "top", TopRight = "top right", Left = "left", Center = "center", Right = "right", BottomLeft = "bottom left", Bottom = "bottom", BottomRight = "bottom right" }
    /// What a button is for.
    ButtonStyle { Primary = "primary", Secondary = "secondary" }
    /// What colour a button has.
    ButtonColor { Primary = "primary", Secondary = "secondary", Info = "info", Discovery = "discovery", Success = "success", Caution = "caution", Warning = "warning", Danger = "danger" }
    /// How large the icons of a button are.
    ButtonIconSize { Sm = "sm", Md = "md", Lg = "lg", Xl = "xl", Xl2 = "2xl" }
    /// How a button or a choice is filled.
    ControlVariant { Solid = "solid", Soft = "soft", Outline = "outline", Ghost = "ghost" }
    /// How large a button or a field is.
    ControlSize { Xs3 = "3xs", Xs2 = "2xs", Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl", Xl2 = "2xl", Xl3 = "3xl" }
    /// How a field for text is filled.
    FieldVariant { Soft = "soft", Outline = "outline" }
    /// How much room a field leaves at its edges.
    GutterSize { Xs2 = "2xs", Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl" }
    /// What a field takes.
    InputType { Text = "text", Number = "number", Email = "email", Password = "password", Tel = "tel", Url = "url" }
    /// Where a calendar opens.
    Side { Top = "top", Bottom = "bottom", Left = "left", Right = "right" }
    /// How wide a column of a table is.
    ColumnSize { Xs = "xs", Sm = "sm", Md = "md", Lg = "lg", Xl = "xl" }
    /// How the points of a line are joined.
    CurveType { Basis = "basis", BasisClosed = "basisClosed", BasisOpen = "basisOpen", BumpX = "bumpX", BumpY = "bumpY", Bump = "bump", Linear = "linear", LinearClosed = "linearClosed", Natural = "natural", MonotoneX = "monotoneX", MonotoneY = "monotoneY", Monotone = "monotone", Step = "step", StepBefore = "stepBefore", StepAfter = "stepAfter" }
}
