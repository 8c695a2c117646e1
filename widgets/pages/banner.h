// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/tone.h"

#include <QLabel>

namespace assay::ui {

/// What a reader must know before the figures: a tinted strip, hidden when there is nothing to say.
class Banner : public QLabel
{
    Q_OBJECT
public:
    explicit Banner(Tone tone = Tone::Warning, QWidget *parent = nullptr);

    void setMessages(const QStringList &messages);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace assay::ui
