// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/page.h"

namespace assay::ui {

Page::Page(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
}

} // namespace assay::ui
