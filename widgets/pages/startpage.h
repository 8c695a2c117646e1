// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"
#include "widgets/sampleloader.h"

class QVBoxLayout;

namespace assay::ui {

/// Where one begins: a place to drop a file, samples, and what was open before.
class StartPage : public Page
{
    Q_OBJECT
public:
    explicit StartPage(Shell &shell, QWidget *parent = nullptr);

    QString title() const override;
    QString key() const override;
    QString inspectorText() const override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildSamples();
    QWidget *buildRecent();
    void fillRecent();
    QWidget *sampleCard(const Sample &sample);

    SampleLoader m_samples;
    QVBoxLayout *m_recent = nullptr;
};

} // namespace assay::ui
